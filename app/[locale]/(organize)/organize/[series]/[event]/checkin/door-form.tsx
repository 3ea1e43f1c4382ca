'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type FormState, idle } from '@/lib/web/form'
import { Camera, type CameraWords } from './camera'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  eventId: string
  /** The id under which this scan will be kept, whatever number of tries it takes; none where scans are not kept. */
  scanId?: string
  typed: string
  words: { field: string; hint: string; submit: string; camera: CameraWords }
}

/**
 * The door's one field: always focused, so that a hand scanner types into it, and sent by its Enter; or read by the
 * device's own camera.
 */
export function DoorForm({ action, eventId, scanId, typed, words }: Props) {
  const [state, send, pending] = useActionState(action, idle)
  const field = useRef<HTMLInputElement>(null)
  // A phone would open its keyboard over the verdict; only a machine with a real pointer gets the focus by itself.
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.select()
  }, [])
  useEffect(() => {
    if (state.status === 'idle') return
    navigator.vibrate?.([80, 60, 80])
    field.current?.select()
  }, [state])
  const problem =
    state.status === 'refused' ? state.message : state.status === 'invalid' ? Object.values(state.fields)[0] : ''
  return (
    <form action={send} noValidate>
      <input type="hidden" name="event" value={eventId} />
      {scanId && <input type="hidden" name="scan" value={scanId} />}
      <label htmlFor="typed" className="font-medium">
        {words.field}
      </label>
      <div className="mt-1.5 flex items-stretch gap-2">
        <input
          ref={field}
          id="typed"
          name="typed"
          defaultValue={'values' in state ? String(state.values.typed ?? '') : typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={300}
          aria-describedby="typed-notes"
          aria-invalid={problem ? true : undefined}
          className="min-h-14 w-full min-w-0 rounded-md border-2 border-ink bg-card px-4 text-xl text-ink aria-invalid:border-bad"
        />
        <Button type="submit" disabled={pending} className="min-h-14 shrink-0 whitespace-nowrap px-5 text-lg">
          {words.submit}
        </Button>
      </div>
      <div id="typed-notes" className="mt-1.5 text-sm">
        {problem && (
          <p role="alert" className="text-base font-bold text-bad">
            {problem}
          </p>
        )}
        <p className="text-muted">{words.hint}</p>
      </div>
      <Camera field={field} words={words.camera} />
    </form>
  )
}
