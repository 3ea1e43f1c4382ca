import { getTranslations } from 'next-intl/server'
import { classes } from '@/components/ui/classes'
import { line } from '@/lib/sponsors/rules/ledger'
import type { GiftStatus } from '@/lib/sponsors/schema/gifts'

/** The way of every gift as a line with five stations, each with how many wait there; a press leads to them. */
export async function LedgerLine({ counts }: { counts: Readonly<Record<GiftStatus, number>> }) {
  const t = await getTranslations('sponsors')
  const furthest = line.findLastIndex((status) => counts[status] > 0)
  return (
    <nav aria-label={t('line')} className="mb-8">
      <ol className="grid max-w-2xl grid-cols-[repeat(auto-fit,minmax(4.25rem,1fr))] gap-y-2 overflow-x-clip">
        {line.map((status, index) => (
          <li key={status} className="relative flex flex-col items-center">
            {index > 0 && (
              <span
                aria-hidden="true"
                className={classes(
                  'absolute top-[1.375rem] right-1/2 h-1.5 w-full -translate-y-1/2',
                  index <= furthest ? 'bg-pigment' : 'bg-rule',
                )}
              />
            )}
            <Station status={status} count={counts[status]} passed={index <= furthest} label={t(`status.${status}`)} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type Props = { status: GiftStatus; count: number; passed: boolean; label: string }

function Station({ status, count, passed, label }: Props) {
  const ring = classes(
    'tabular relative z-1 grid size-9 place-items-center rounded-full border-4 bg-paper font-bold',
    count > 0 ? 'border-ink text-ink' : passed ? 'border-pigment text-muted' : 'border-rule text-muted',
  )
  const inside = (
    <>
      <span className={ring}>{count}</span>
      <span className={classes('text-center text-sm', count > 0 ? 'font-medium' : 'text-muted')}>{label}</span>
    </>
  )
  const place = 'flex min-h-11 w-full flex-col items-center gap-1 pt-1 no-underline'
  return count > 0 ? (
    <a href={`#${status}`} className={place}>
      {inside}
    </a>
  ) : (
    <span className={place}>{inside}</span>
  )
}
