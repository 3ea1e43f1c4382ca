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
    <ol aria-label={t('label')} className="mb-8 flex flex-wrap gap-y-3">
      {shown.map((station, index) => (
        <li
          key={station}
          aria-current={index === at ? 'step' : undefined}
          className="relative flex min-w-14 flex-1 flex-col items-start gap-1 before:absolute before:inset-x-0 before:top-2.5 before:h-1 before:bg-rule [&>.brand-mark]:relative [&>.brand-mark]:my-[3px] [&>.brand-mark[data-state=now]]:my-0"
        >
          <StationMark state={index < at ? 'done' : index === at ? 'now' : 'next'} />
          <span className={classes('pr-1 text-sm', index === at ? 'font-bold' : 'text-muted')}>{t(station)}</span>
        </li>
      ))}
    </ol>
  )
}
