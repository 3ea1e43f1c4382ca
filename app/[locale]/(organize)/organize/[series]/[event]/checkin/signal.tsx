'use client'

import { useEffect } from 'react'

/** Says the verdict to hand and ear: one short high tone for "come in", two low ones and a buzz for anything else. */
export function Signal({ good }: { good: boolean }) {
  useEffect(() => {
    navigator.vibrate?.(good ? 60 : [120, 80, 120])
    return sound(
      good
        ? [[880, 0]]
        : [
            [220, 0],
            [220, 0.22],
          ],
    )
  }, [good])
  return null
}

/** Plays tones of 140 ms, each [Hz, start in s]; stays silent where the browser wants a touch first. */
function sound(tones: [number, number][]): (() => void) | undefined {
  if (typeof AudioContext === 'undefined') return
  const audio = new AudioContext()
  if (audio.state !== 'running') {
    void audio.close()
    return
  }
  for (const [frequency, start] of tones) {
    const tone = new OscillatorNode(audio, { frequency })
    const volume = new GainNode(audio, { gain: 0.15 })
    tone.connect(volume).connect(audio.destination)
    tone.start(audio.currentTime + start)
    tone.stop(audio.currentTime + start + 0.14)
  }
  return () => void audio.close()
}
