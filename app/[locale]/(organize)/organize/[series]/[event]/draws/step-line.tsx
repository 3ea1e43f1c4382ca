import { getTranslations } from 'next-intl/server'
import { StationMark } from '@/components/brand/station-mark'
import type { SessionView } from '@/lib/draws/queries/view'

const stations = ['lock', 'arm', 'throw', 'reveal', 'claim', 'close'] as const

/** Where the draw stands, as a line with stations. */
export async function StepLine({ view }: { view: SessionView }) {
  const t = await getTranslations('draws.steps')
  const shown = stations.filter((station) => station !== 'throw' || view.preset !== 'beacon')
  const at = shown.findIndex((station) => station === view.step.step)
  return (
    <ol aria-label={t('label')} className="mb-8 flex border-t-4 border-rule pt-0">
      {shown.map((station, index) => (
        <li
          key={station}
          aria-current={index === at ? 'step' : undefined}
          className="relative -mt-3 flex flex-1 flex-col items-start gap-1"
        >
          <StationMark state={index < at ? 'done' : index === at ? 'now' : 'next'} />
          <span className={index === at ? 'font-bold' : 'text-sm text-muted'}>{t(station)}</span>
        </li>
      ))}
    </ol>
  )
}
