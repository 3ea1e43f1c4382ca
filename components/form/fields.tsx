'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { useField } from './context'

const box =
  'w-full rounded-md border border-input bg-card px-3 text-base text-ink placeholder:text-muted aria-invalid:border-bad aria-invalid:border-2'

type Common = { name: string; label: ReactNode; hint?: ReactNode; required?: boolean }

/** One line: text, number, date, mail, phone. 16 px at least, so that phones do not zoom. */
export function TextField({
  name,
  label,
  hint,
  required,
  defaultValue,
  className,
  ...rest
}: Common & ComponentProps<'input'>) {
  const field = useField(name)
  const value = field.answered ? String(field.typed ?? '') : defaultValue
  return (
    <Labelled field={field} label={label} hint={hint} required={required}>
      <input
        {...described(field, hint)}
        key={String(value)}
        name={name}
        defaultValue={value}
        required={required}
        className={classes(box, 'min-h-11', className)}
        {...rest}
      />
    </Labelled>
  )
}

/** Several lines. */
export function TextArea({
  name,
  label,
  hint,
  required,
  defaultValue,
  className,
  ...rest
}: Common & ComponentProps<'textarea'>) {
  const field = useField(name)
  const value = field.answered ? String(field.typed ?? '') : defaultValue
  return (
    <Labelled field={field} label={label} hint={hint} required={required}>
      <textarea
        {...described(field, hint)}
        key={String(value)}
        name={name}
        defaultValue={value}
        required={required}
        rows={4}
        className={classes(box, 'py-2', className)}
        {...rest}
      />
    </Labelled>
  )
}

/** One of several; options as `[value, words]`. */
export function Choice({
  name,
  label,
  hint,
  required,
  defaultValue,
  options,
  className,
}: Common & { defaultValue?: string; options: readonly (readonly [string, string])[]; className?: string }) {
  const sent = useField(name)
  const value = sent.answered ? String(sent.typed ?? '') : defaultValue
  // What somebody else chose meanwhile is told in its words.
  const theirs = sent.theirs === sent.typed ? undefined : options.find(([option]) => option === sent.theirs)?.[1]
  const field = { ...sent, theirs }
  return (
    <Labelled field={field} label={label} hint={hint} required={required || options.every(([option]) => option !== '')}>
      <select
        {...described(field, hint)}
        key={String(value)}
        name={name}
        defaultValue={value}
        className={classes(box, 'min-h-11', className)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** A box to tick; unticked unless said otherwise. */
export function Tick({ name, label, hint, defaultChecked }: Common & { defaultChecked?: boolean }) {
  const t = useTranslations('form')
  const sent = useField(name)
  const checked = sent.answered ? sent.typed === 'on' : defaultChecked
  // What somebody else ticked meanwhile is told in words.
  const changed = sent.theirs !== undefined && (sent.theirs === 'on') !== checked
  const field = { ...sent, theirs: changed ? t(sent.theirs === 'on' ? 'ticked' : 'unticked') : undefined }
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          {...described(field, hint)}
          key={String(checked)}
          type="checkbox"
          name={name}
          defaultChecked={checked}
          className="mt-0.5 size-5 shrink-0 accent-ink"
        />
        <span>{label}</span>
      </label>
      <Notes field={field} hint={hint} />
    </div>
  )
}

/** A file of any kind; pictures have a field of their own. */
export function FileField({ name, label, hint, required, accept }: Common & { accept: string }) {
  const field = useField(name)
  return (
    <Labelled field={field} label={label} hint={hint} required={required}>
      <input
        {...described(field, hint)}
        type="file"
        name={name}
        accept={accept}
        className="min-h-11 min-w-0 max-w-full text-base file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-input file:bg-card file:px-4 file:text-base file:text-ink"
      />
    </Labelled>
  )
}

type Known = ReturnType<typeof useField>

const described = (field: Known, hint: ReactNode) => ({
  id: field.id,
  'aria-invalid': field.error ? true : undefined,
  'aria-describedby': field.error || hint || field.theirs !== undefined ? `${field.id}-notes` : undefined,
})

function Labelled({
  field,
  label,
  hint,
  required,
  children,
}: Omit<Common, 'name'> & { field: Known; children: ReactNode }) {
  const t = useTranslations('form')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={field.id} className="text-sm font-medium">
        {label}
        {!required && <span className="ml-2 font-normal text-muted">{t('optional')}</span>}
      </label>
      {children}
      <Notes field={field} hint={hint} />
    </div>
  )
}

function Notes({ field, hint }: { field: Known; hint: ReactNode }) {
  const t = useTranslations('form')
  const changed = field.theirs !== undefined && field.theirs !== field.typed
  if (!field.error && !hint && !changed) return null
  return (
    <div id={`${field.id}-notes`} className="text-sm">
      {field.error && <p className="font-medium text-bad">{field.error}</p>}
      {changed && (
        <p className="border-l-2 border-pigment pl-2">
          {t('theirs')} <span className="whitespace-pre-wrap font-medium">{field.theirs || '—'}</span>
        </p>
      )}
      {hint && <p className="text-muted">{hint}</p>}
    </div>
  )
}
