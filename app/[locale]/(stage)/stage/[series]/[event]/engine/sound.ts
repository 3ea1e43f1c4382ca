/** Sounds made here, of sine waves, off until somebody presses S. */
let context: AudioContext | null = null
const remembered = 'next-stop-sound'

const isOn = (): boolean => localStorage.getItem(remembered) === 'on'

/** Browsers let a page sound only after somebody touched it: after a reload the first key brings the sound back. */
export function wakeSound(): void {
  if (!isOn()) return
  context ??= new AudioContext()
  void context.resume()
}

export function toggleSound(): void {
  localStorage.setItem(remembered, isOn() ? 'off' : 'on')
  if (isOn()) {
    wakeSound()
    chime()
  } else void context?.suspend()
}

/** A name passes the station. */
export const tick = (): void => tone({ pitch: 1_150, lasts: 0.035, loud: 0.05 })

/** It stops: the three notes of a train that arrives. */
export function chime(): void {
  for (const [index, pitch] of [659, 523, 784].entries()) tone({ pitch, lasts: 0.5, loud: 0.12, after: index * 0.17 })
}

/** Somebody came forward. */
export const ding = (): void => tone({ pitch: 988, lasts: 0.35, loud: 0.1 })

type Tone = { pitch: number; lasts: number; loud: number; after?: number }

function tone({ pitch, lasts, loud, after = 0 }: Tone): void {
  if (context?.state !== 'running' || !isOn()) return
  const from = context.currentTime + after
  const wave = context.createOscillator()
  const gain = context.createGain()
  wave.frequency.value = pitch
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loud, from + 0.008)
  gain.gain.exponentialRampToValueAtTime(0.0001, from + lasts)
  wave.connect(gain).connect(context.destination)
  wave.start(from)
  wave.stop(from + lasts)
}
