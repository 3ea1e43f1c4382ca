import { getTranslations } from 'next-intl/server'
import { StationMark } from '@/components/brand/station-mark'
import { classes } from '@/components/ui/classes'
import type { SessionView } from '@/lib/draws/queries/view'

const stations = ['lock', 'arm', 'throw', 'reveal', 'claim', 'close'] as const

/** Where the draw stands, as a line with stations. */
export async function StepLine({ view }: { view: SessionView }) {
  const t = await getTranslations('draws.steps')
  // A beacon needs no throw, and a seat nobody to come forward.
  const without = [view.preset === 'beacon' ? 'throw' : '', ...(view.kind === 'seats' ? ['claim', 'close'] : [])]
  const shown = stations.filter((station) => !without.includes(station))
  const at = (shown as readonly string[]).indexOf(view.step.step)
  return (
    <ol aria-label={t('label')} className="mb-8 flex border-t-4 border-rule pt-0">
      {shown.map((station, index) => (
        <li
          key={station}
          aria-current={index === at ? 'step' : undefined}
          className="relative -mt-3 flex min-w-0 flex-1 flex-col items-start gap-1 [&>.brand-mark]:my-[3px] [&>.brand-mark[data-state=now]]:my-0"
        >
          <StationMark state={index < at ? 'done' : index === at ? 'now' : 'next'} />
          <span className={classes('max-w-full pr-1 text-sm break-words', index === at ? 'font-bold' : 'text-muted')}>
            {t(station)}
          </span>
        </li>
      ))}
    </ol>
  )
}
