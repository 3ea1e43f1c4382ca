import { ActionButton } from '@/components/form/action-button'
import { classes } from '@/components/ui/classes'
import { Check, CircleAlert, RotateCcw, X } from '@/components/ui/icons'
import type { findVerdict } from '@/lib/checkin/queries'
import { clockText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { undo } from './actions'
import { Signal } from './signal'

type Found = NonNullable<Awaited<ReturnType<typeof findVerdict>>>
type Props = { verdict: Found; eventId: string; timeZone: string; locale: Locale }
type Kind = 'accepted' | 'duplicate' | 'refused' | 'undone'

const looks: Record<Kind, string> = {
  accepted: 'bg-good text-on-ink',
  duplicate: 'bg-[light-dark(#7a5a00,#f2c230)] text-on-ink',
  refused: 'bg-bad text-on-ink',
  undone: 'border-2 border-ink',
}
const icons = { accepted: Check, duplicate: CircleAlert, refused: X, undone: RotateCcw }

/** What the last scan came to: colour, sign and word at once, and the name as large as fits. */
export function Verdict({ verdict, eventId, timeZone, locale }: Props) {
  const t = words(locale, 'checkin')
  const kind: Kind = verdict.undoneAt ? 'undone' : verdict.outcome
  const Icon = icons[kind]
  const mine = kind === 'accepted' ? verdict.id : kind === 'duplicate' ? verdict.accepted?.id : undefined
  return (
    <section className="mt-6">
      <Signal key={verdict.id} good={kind === 'accepted'} />
      <div className={classes('flex items-start gap-4 rounded-lg p-5 sm:p-7', looks[kind])}>
        <Icon aria-hidden="true" strokeWidth={3} className="size-14 shrink-0 sm:size-20" />
        <div className="min-w-0">
          <p className="text-xl font-bold sm:text-2xl">{wordOf(verdict, kind, locale)}</p>
          <p className="break-words text-4xl/tight font-bold sm:text-6xl/tight">{verdict.name}</p>
          <p className="tabular mt-1">{t('verdict.tail', { tail: verdict.tail })}</p>
          {kind === 'duplicate' && verdict.accepted && (
            <p className="mt-2 font-medium">{letInText(verdict.accepted, timeZone, locale)}</p>
          )}
          {kind === 'refused' && (
            <p className="mt-2 font-medium">{t(verdict.again ? 'verdict.againLead' : 'verdict.refusedLead')}</p>
          )}
          {kind === 'undone' && <p className="mt-2">{t('verdict.undoneLead')}</p>}
        </div>
      </div>
      {mine && (
        <div className="mt-2">
          <ActionButton action={undo} hidden={{ event: eventId, id: mine }} look="line">
            {t('undo')}
          </ActionButton>
        </div>
      )}
    </section>
  )
}

function letInText({ at, by }: NonNullable<Found['accepted']>, timeZone: string, locale: Locale): string {
  const t = words(locale, 'checkin')
  const clock = clockText(at, timeZone, locale)
  return by ? t('verdict.duplicateLead', { at: clock, by }) : t('verdict.duplicateAt', { at: clock })
}

function wordOf(verdict: Found, kind: Kind, locale: Locale): string {
  const t = words(locale, 'checkin')
  if (kind !== 'refused') return t(`verdict.${kind}`)
  const { status, again } = verdict
  if (again) return t('verdict.refusedAgain')
  if (status === 'waitlisted') return t('verdict.refusedWaiting')
  if (status === 'pending') return t('verdict.refusedPending')
  return status === 'confirmed' ? t('verdict.refused') : t('verdict.refusedEnded')
}
