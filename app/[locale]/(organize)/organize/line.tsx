import { getTranslations } from 'next-intl/server'
import { pigmentStyle } from '@/components/brand/pigments'
import { RouteStrip } from '@/components/brand/route-strip'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import type { LineStop } from '@/lib/events/queries'
import { asLine } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { pigmentOf } from '@/lib/values/pigments'
import { lineDays } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'

type Props = { stops: LineStop[]; seriesSlug: string; seriesName: string; locale: Locale }

/** A series' whole line, drafts too, each station the way to its stop; in the colour of where the tour is heading. */
export async function Line({ stops, seriesSlug, seriesName, locale }: Props) {
  const t = await getTranslations()
  const base = `/${locale}/organize/${seriesSlug}`
  if (stops.length === 0) {
    const action = <ButtonLink href={`${base}/new`}>{t('series.overview.first')}</ButtonLink>
    return <Empty action={action}>{t('series.overview.empty')}</Empty>
  }
  const now = new Date()
  const line = asLine(stops, now)
  const days = lineDays(line, locale, now)
  const colour = (
    line.find(({ state }) => state === 'now') ??
    line.findLast(({ state }) => state === 'done') ??
    line[0]
  )?.pigment
  const states = ['done', 'now', 'next', 'draft', 'cancelled'] as const
  const stateWords = Object.fromEntries(states.map((state) => [state, t(`events.states.${state}`)]))
  return (
    <div style={pigmentStyle(pigmentOf(colour ?? ''))} className="-mx-4">
      <RouteStrip
        label={t('series.overview.label', { series: seriesName })}
        stateWords={stateWords as Record<(typeof states)[number], string>}
        stops={line.map((stop, index) => ({
          label: inLanguage(locale, stop.city, stop.cityEn),
          sublabel: stop.postponedAt ? t('events.status.postponed') : days[index],
          href: `${base}/${stop.slug}`,
          state: stop.state,
        }))}
      />
    </div>
  )
}
