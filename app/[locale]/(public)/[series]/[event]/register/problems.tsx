import type { Typed } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'

/** The words for what is wrong with each field of a form that was sent back. */
export function problemsOf(typed: Typed | null, locale: Locale): Record<string, string> {
  const t = words(locale, 'form')
  return Object.fromEntries(
    Object.entries(typed?.problems ?? {}).map(([field, { code, params }]) => {
      const key = `fields.${code}` as 'fields.wrong'
      return [field, t.has(key) ? t(key, params) : t('fields.wrong')]
    }),
  )
}

/** What has to be looked at again, with a way to each field; focus lands here by the address's `#problems`. */
type Props = { typed: Typed | null; locale: Locale; labels?: Record<string, string> }
export function Problems({ typed, locale, labels = {} }: Props) {
  const problems = Object.entries(problemsOf(typed, locale))
  const refusal = typed?.refused ? refusalText(typed.refused, locale) : null
  if (!refusal && problems.length === 0) return null
  return (
    <div id="problems" tabIndex={-1} role="alert" className="border-l-4 border-bad py-1 pl-3">
      {refusal ?? <p className="font-medium">{words(locale, 'registration')('form.summary')}</p>}
      <ul>
        {problems.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`} className="inline-flex min-h-11 items-center">
              {labels[field] ? words(locale, 'form')('problem', { label: labels[field], message }) : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function refusalText(code: string, locale: Locale) {
  if (code === 'registration.expired') return <p>{words(locale, 'registration')('form.expired')}</p>
  const [part, reason] = code.split('.')
  const t = words(locale, part === 'registration' || part === 'needs' ? (part as 'registration') : 'form')
  const key = `refusals.${reason}` as 'refusals.not-found'
  return <p className="font-medium">{t.has(key) ? t(key) : words(locale, 'form')('refusals.not-found')}</p>
}
