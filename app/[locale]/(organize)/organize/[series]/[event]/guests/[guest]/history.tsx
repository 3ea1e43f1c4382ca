import type { GuestHistory } from '@/lib/registration/queries/guest'
import { fieldsIn } from '@/lib/tour/rules'
import { clockText, shortDayText } from '@/lib/values/when'
import { allWords, type Locale, words } from '@/lib/words/load'

type Props = { lines: GuestHistory; timeZone: string; locale: Locale }

/** What happened to one guest, as a line of stations, the latest first. */
export function History({ lines, timeZone, locale }: Props) {
  if (lines.length === 0) return <p className="text-muted">{words(locale, 'guests')('panel.noHistory')}</p>
  return (
    <ol className="border-l-2 border-rule">
      {lines.map((line, n) => (
        <li key={line.id} className="relative py-2 pl-5">
          <span
            aria-hidden="true"
            className={`absolute top-3.5 -left-[7px] size-3 rounded-full border-2 bg-paper ${n === 0 ? 'border-ink' : 'border-pigment bg-pigment'}`}
          />
          <p className="break-words">{sentenceOf(line, locale)}</p>
          <time dateTime={line.at.toISOString()} className="tabular text-sm text-muted">
            {shortDayText({ startsAt: line.at, timeZone }, locale)} {clockText(line.at, timeZone, locale)}
          </time>
        </li>
      ))}
    </ol>
  )
}

function sentenceOf({ actorKind, actorName, verb, details }: GuestHistory[number], locale: Locale): string {
  const t = words(locale, 'guests')
  const actors = allWords(locale).tour.activity.actors as Record<string, string>
  const who = actorKind === 'person' ? (actorName ?? words(locale, 'tour')('activity.somebody')) : actors[actorKind]
  const verbs = allWords(locale).guests.verbs as Record<string, string>
  const [part = '', deed = ''] = verb.split('.')
  const logged = allWords(locale).tour.activity.verbs as Record<string, Record<string, string>>
  const own = actorKind === 'person' ? verbs[`${part}-${deed}-by`] : undefined
  const said = own ?? verbs[`${part}-${deed}`] ?? logged[part]?.[deed] ?? t('verbs.other')
  const names = allWords(locale).guests.fields as Record<string, string>
  const fields = fieldsIn(details).map((name) => names[name] ?? name)
  const reason = details && typeof details === 'object' && 'reason' in details ? String(details.reason) : ''
  const more = [fields.join(t('panel.separator')), reason].filter(Boolean).join(' · ')
  return t('panel.line', { who: who ?? '', said, more: more || 'none' })
}
