import type { SessionView } from '@/lib/draws/queries/view'
import { type Locale, words } from '@/lib/words/load'

type Props = { view: SessionView; locale: Locale }

/** What was promised before the day, in sentences. */
export function Rules({ view, locale }: Props) {
  const seats = view.kind === 'seats'
  return (
    <>
      <h2 className="text-xl font-bold">
        {seats ? words(locale, 'ballot')('title') : words(locale, 'draws')('public.rules')}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {(seats ? ofSeats : ofPrizes)(view, locale).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  )
}

function ofSeats({ draws, preset }: SessionView, locale: Locale): string[] {
  const t = words(locale, 'ballot')
  return [t('rule', { seats: draws[0]?.units ?? 0 }), words(locale, 'draws')(`public.${preset}`), t('queue')]
}

function ofPrizes(view: SessionView, locale: Locale): string[] {
  const t = words(locale, 'draws')
  const { oneEach, preset, crew, wait, unclaimed, weigh } = view
  return [
    t(oneEach ? 'public.oneEach' : 'public.many'),
    hasSeveralSources(view) ? t('public.sources') : t(`public.${preset}`),
    ...(weigh === 'stops' ? [t('public.stops')] : []),
    t('public.crew', { count: crew }),
    wait > 0 ? t('public.wait', { minutes: Math.ceil(wait / 60) }) : t('public.absent'),
    ...(unclaimed ? [t(`public.${unclaimed}`)] : []),
  ]
}

/** Do the prizes of a plan take their randomness from different places? */
export const hasSeveralSources = ({ draws }: Pick<SessionView, 'draws'>): boolean =>
  new Set(draws.map(({ preset }) => preset)).size > 1
