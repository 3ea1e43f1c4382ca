import { Row, Rows, State } from '@/components/ui/facts'
import type { listScans } from '@/lib/checkin/queries'
import { clockText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'

type Scan = Awaited<ReturnType<typeof listScans>>[number]
type Props = { scans: Scan[]; timeZone: string; locale: Locale }

const tones = { accepted: 'good', duplicate: 'wait', refused: 'bad' } as const

/** The latest scans of all doors. */
export function Recent({ scans, timeZone, locale }: Props) {
  const t = words(locale, 'checkin')
  if (scans.length === 0) return <p className="border-y border-rule py-6 text-muted">{t('recentEmpty')}</p>
  return (
    <Rows>
      {scans.map((scan) => (
        <Row key={scan.id} lead={<time dateTime={scan.at.toISOString()}>{clockText(scan.at, timeZone, locale)}</time>}>
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              {scan.name} <span className="tabular text-sm text-muted">{t('verdict.tail', { tail: scan.tail })}</span>
            </span>
            <State tone={scan.undoneAt ? 'quiet' : tones[scan.outcome]}>
              {t(scan.undoneAt ? 'outcome.undone' : `outcome.${scan.outcome}`)}
            </State>
          </span>
        </Row>
      ))}
    </Rows>
  )
}
