import { getTranslations } from 'next-intl/server'
import { Tick } from '@/components/form/fields'
import type { Baggage, listStartable } from '@/lib/tour/queries'
import { clockMoved, shiftedTimes, shiftWords } from '@/lib/tour/rules'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import type { Asked } from './page'

type Last = Awaited<ReturnType<typeof listStartable>>[number]
type Props = { baggage: Baggage; last: Last; asked: Asked; locale: Locale }
type Piece = { name: 'program' | 'speakers' | 'gifts' | 'needs' | 'crew'; list: string[] }

/** What may come along, each with a tick and what it is made of. */
export async function Along(props: Props) {
  const t = await getTranslations('tour.start')
  const pieces = await piecesOf(props)
  return (
    <ul className="border-t border-rule">
      {pieces.map(({ name, list }) => (
        <li key={name} className="border-b border-rule py-2">
          {list.length === 0 ? (
            <p className="py-2 text-muted">
              {t(name)} · {t('nothing')}
            </p>
          ) : (
            <Tick
              name={name}
              defaultChecked
              label={<span className="font-medium">{t(name)}</span>}
              hint={
                <span className="ml-8 block">
                  {t(`${name}Lead`, { count: list.length })}
                  <List items={list} />
                </span>
              }
            />
          )}
        </li>
      ))}
    </ul>
  )
}

// The same thing several times over is said once, with how many.
function List({ items }: { items: string[] }) {
  const counted = [...new Set(items)].map((item) => ({ item, times: items.filter((other) => other === item).length }))
  return (
    <span className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-ink">
      {counted.map(({ item, times }) => (
        <span key={item}>
          {item}
          {times > 1 && <span className="tabular text-muted"> ×{times}</span>}
        </span>
      ))}
    </span>
  )
}

async function piecesOf({ baggage, last, asked, locale }: Props): Promise<Piece[]> {
  const t = await getTranslations('tour.start')
  const { startsAt } = shiftedTimes(last, asked)
  const moved = clockMoved(last, { startsAt, timeZone: asked.timeZone })
  const { talks, gifts, crew, needs } = baggage
  const onStage = talks.flatMap(({ people }) => people.map(({ speaker }) => speaker.name))
  return [
    {
      name: 'program',
      list: talks.map((talk) => {
        const minutes = t('minutes', { minutes: talk.durationMinutes })
        return `${inLanguage(locale, talk.title, talk.titleEn)} ${minutes}`
      }),
    },
    { name: 'speakers', list: [...new Set(onStage)] },
    {
      name: 'gifts',
      list: gifts.map(({ title, titleEn, quantity, sponsor }) => {
        const what = inLanguage(locale, title, titleEn)
        return `${inLanguage(locale, sponsor.name, sponsor.nameEn)} ${what}${quantity ? ` ×${quantity}` : ''}`
      }),
    },
    {
      name: 'needs',
      list: needs.map(
        ({ title, titleEn, quantity }) => `${inLanguage(locale, title, titleEn)}${quantity ? ` ×${quantity}` : ''}`,
      ),
    },
    {
      name: 'crew',
      list: crew.map(
        ({ role, shift }) => [role, shiftWords(shift, moved)].filter(Boolean).join(' ') || t('crewPlaceholder'),
      ),
    },
  ]
}
