'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

export type CameraWords = { open: string; close: string; aim: string; failed: string }
type Detector = { detect: (video: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

const everyMs = 150

/**
 * Reads a ticket's QR with this device's own camera into the field and sends its form, as a hand scanner would. Nothing
 * leaves the device but what was read. Where the browser reads no codes there is no button, and the code is typed.
 */
export function Camera({ field, words }: { field: RefObject<HTMLInputElement | null>; words: CameraWords }) {
  const [can, setCan] = useState(false)
  const [on, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => setCan('BarcodeDetector' in window && Boolean(navigator.mediaDevices?.getUserMedia)), [])
  if (!can) return null
  const found = (text: string) => {
    setOn(false)
    if (!field.current) return
    field.current.value = text
    field.current.form?.requestSubmit()
  }
  return (
    <div className="mt-3">
      <Button look="line" aria-expanded={on} className="min-h-12" onClick={() => [setOn(!on), setFailed(false)]}>
        {on ? words.close : words.open}
      </Button>
      {failed && (
        <p role="alert" className="mt-2 font-medium text-bad">
          {words.failed}
        </p>
      )}
      {on && <Finder aim={words.aim} found={found} lost={() => [setOn(false), setFailed(true)]} />}
    </div>
  )
}

type FinderProps = { aim: string; found: (text: string) => void; lost: () => void }

/** The camera's picture until a code stands in it; the camera is switched off as soon as it is gone. */
function Finder({ aim, found, lost }: FinderProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const look = watch(video.current, { found, lost })
    return () => look.stop()
  }, [])
  return (
    <>
      <p className="mt-3 text-sm text-muted">{aim}</p>
      <video
        ref={video}
        playsInline
        muted
        className="mt-2 aspect-square w-full max-w-sm rounded-md bg-ink object-cover"
      />
    </>
  )
}

function watch(video: HTMLVideoElement | null, { found, lost }: Pick<FinderProps, 'found' | 'lost'>) {
  let stream: MediaStream | null = null
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    over = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  const begin = async () => {
    const { BarcodeDetector } = window as WithDetector
    if (!video || !BarcodeDetector) return lost()
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (over) return stop()
    video.srcObject = stream
    // Looking begins at once: what has no picture yet is only not read yet.
    video.play().catch(() => over || lost())
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    const look = async () => {
      // A picture that cannot be read is followed by another one.
      const [code] = await detector.detect(video).catch(() => [])
      if (over) return
      if (code?.rawValue) {
        stop()
        found(code.rawValue)
      } else timer = setTimeout(look, everyMs)
    }
    await look()
  }
  begin().catch(() => {
    if (!over) lost()
    stop()
  })
  return { stop }
}
