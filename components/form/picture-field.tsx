'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { Photo } from '@/components/ui/photo'
import { type PictureRef, pictureTypes } from '@/lib/values/picture'
import { FormContext, useField } from './context'
import { Tick } from './fields'
import { smaller } from './smaller-picture'

type Props = { name: string; label: ReactNode; hint?: ReactNode; current?: PictureRef | null; alt?: string }

/**
 * A picture: shows what is there, previews what was picked and sends it small enough for a phone's connection. A box
 * `<name>Gone` takes the present one away. Without JavaScript it is a plain file field that does the same.
 */
export function PictureField({ name, label, hint, current, alt = '' }: Props) {
  const t = useTranslations('form')
  const field = useField(name)
  const { state } = useContext(FormContext)
  const input = useRef<HTMLInputElement>(null)
  const picked = useRef<FileList | null>(null)
  const [preview, setPreview] = useState('')

  // A form is emptied after each answer: what was picked goes back in unless it has arrived.
  useEffect(() => {
    if (!input.current || state.status === 'idle') return
    if (state.status === 'done') {
      picked.current = null
      setPreview('')
    } else if (picked.current) input.current.files = picked.current
  }, [state])
  useEffect(() => () => URL.revokeObjectURL(preview), [preview])

  async function pick() {
    const file = input.current?.files?.[0]
    if (!input.current || !file) return setPreview('')
    const list = new DataTransfer()
    list.items.add(await smaller(file))
    input.current.files = list.files
    picked.current = list.files
    setPreview(list.files[0] ? URL.createObjectURL(list.files[0]) : '')
  }

  const notes = field.error || hint ? `${field.id}-notes` : undefined
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={field.id} className="text-sm font-medium">
        {label}
        <span className="ml-2 font-normal text-muted">{t('optional')}</span>
      </label>
      <div className="flex flex-wrap items-center gap-4">
        {preview ? (
          <img src={preview} alt="" className="max-h-28 max-w-40 rounded-md border border-rule object-contain" />
        ) : (
          current && (
            <Photo picture={current} alt={alt} sizes="10rem" className="max-h-28 w-auto max-w-40 rounded-md" eager />
          )
        )}
        <input
          ref={input}
          id={field.id}
          type="file"
          name={name}
          accept={pictureTypes}
          onChange={pick}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={notes}
          className="min-h-11 min-w-0 max-w-full flex-1 basis-56 text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-input file:bg-card file:px-4 file:text-base file:text-ink"
        />
      </div>
      {notes && (
        <div id={notes} className="text-sm">
          {field.error && <p className="font-medium text-bad">{field.error}</p>}
          {hint && <p className="text-muted">{hint}</p>}
        </div>
      )}
      {current && <Tick name={`${name}Gone`} label={t('pictureGone')} />}
    </div>
  )
}
