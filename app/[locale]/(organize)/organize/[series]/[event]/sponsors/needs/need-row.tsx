import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { MoveButtons } from '@/components/form/move-buttons'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Check, CircleDashed, TriangleAlert } from '@/components/ui/icons'
import { Said } from '@/components/ui/said'
import type { BoardNeed } from '@/lib/sponsors/queries/needs'
import { daysUntil, dueOf, type Progress, progressOf, type Urgency, urgencyOf } from '@/lib/sponsors/rules/needs'
import type { GiftKind } from '@/lib/sponsors/schema/gifts'
import { inLanguage } from '@/lib/values/language'
import { shortDayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { editNeed, moveNeed, removeNeed, restoreNeed } from './actions'
import { AskForm } from './ask-form'
import { AskLines } from './ask-lines'
import { NeedFields } from './need-fields'
import { ProgressLine } from './progress'

export type Board = {
  event: string
  base: string
  locale: Locale
  timeZone: string
  startsAt: Date
  endsAt: Date
  now: Date
}
type Props = { need: BoardNeed; board: Board; known: string[]; place: { first: boolean; last: boolean } }

/** One need: how far it is, what answers it, who was asked, and the next thing to do about it. */
export async function NeedRow({ need, board, known, place }: Props) {
  const t = await getTranslations('needs')
  const kinds = await getTranslations('sponsors.kinds')
  const { event, locale, timeZone } = board
  const title = inLanguage(locale, need.title, need.titleEn)
  const progress = progressOf(need.quantity, need.gifts)
  const { pledged, received } = progress
  const urgency = urgencyOf({ dueAt: need.dueAt, covered: progress.covered }, board, board.now)
  const date = shortDayText({ startsAt: dueOf(need.dueAt, board.startsAt), timeZone }, locale)
  const wanted = need.quantity ?? 0
  return (
    <li id={need.id} className="border-b border-rule py-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="w-12 shrink-0 pt-0.5 text-sm leading-6 text-muted">{kinds(need.kind)}</div>
        <div className="min-w-0 flex-1 basis-60 break-words">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-bold">
              <Said locale={locale}>{title}</Said>
            </span>
            <span className="tabular">
              {need.quantity === null ? t('wantedSome') : t('wanted', { kind: need.kind, count: need.quantity })}
            </span>
            <span className="text-sm text-muted">{t('by', { date })}</span>
          </p>
          <Standing
            kind={need.kind}
            urgency={urgency}
            progress={progress}
            days={daysUntil(board.startsAt, board.now)}
          />
          <div className="mt-1 max-w-md">
            <ProgressLine
              progress={progress}
              wanted={need.quantity}
              label={t('progressOf', { kind: need.kind, title, wanted, pledged, received })}
            />
          </div>
          <Answers need={need} progress={progress} board={board} />
          <AskLines asks={need.asks} board={board} />
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-start justify-end gap-x-2">
        <Disclosure summary={t('ask.open')} label={t('ask.openFor', { title })} look="line" className="open:basis-full">
          <AskForm event={event} need={need.id} known={known} locale={locale} />
        </Disclosure>
        <Disclosure summary={t('more')} label={t('moreFor', { title })} className="open:basis-full">
          <div className="mb-4 flex flex-wrap items-center justify-end gap-1">
            <Moves need={need} event={event} title={title} place={place} />
          </div>
          <ActionForm action={editNeed} hidden={{ event, id: need.id, version: need.version }} submit={t('save')}>
            <NeedFields need={need} timeZone={timeZone} />
          </ActionForm>
        </Disclosure>
      </div>
    </li>
  )
}

const marks = {
  covered: [Check, 'text-good'],
  open: [CircleDashed, ''],
  late: [TriangleAlert, 'font-bold text-bad'],
  missed: [TriangleAlert, 'text-muted'],
} as const

type StandingProps = { kind: GiftKind; urgency: Urgency; progress: Progress; days: number }

/** Where it stands, in words with a mark of its own: red is never the only sign. */
async function Standing({ kind, urgency, progress, days }: StandingProps) {
  const t = await getTranslations('needs.state')
  const [Mark, tone] = marks[urgency]
  const { lacking } = progress
  const said =
    urgency === 'covered'
      ? t('covered')
      : lacking === null
        ? t(`${urgency}Some`, { days })
        : t(urgency, { kind, count: lacking, days })
  return (
    <p className={classes('flex items-center gap-1.5', tone)}>
      <Mark aria-hidden="true" className="size-4 shrink-0" />
      {said}
    </p>
  )
}

async function Answers({ need, progress, board }: { need: BoardNeed; progress: Progress; board: Board }) {
  const t = await getTranslations('needs')
  const { pledged, received, unstated, offered } = progress
  const told = [
    need.quantity !== null && t('progress', { kind: need.kind, pledged, received }),
    unstated > 0 && t('unstated', { count: unstated }),
    offered > 0 && t('offered', { count: offered }),
  ].filter(Boolean)
  return (
    <>
      <p className="text-sm text-muted">{told.join(' · ')}</p>
      {need.gifts.length > 0 && (
        <p className="text-sm">
          {need.gifts.map(({ id, sponsor, sponsorEn, status }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <a href={`${board.base}/gifts/${id}`}>{inLanguage(board.locale, sponsor, sponsorEn)}</a>{' '}
              <span className="text-muted">{t(`gift.${status as 'pledged'}`)}</span>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

async function Moves({
  need,
  event,
  title,
  place,
}: {
  need: BoardNeed
  event: string
  title: string
  place: Props['place']
}) {
  const t = await getTranslations('needs')
  const hidden = { event, id: need.id }
  return (
    <>
      <MoveButtons
        action={moveNeed}
        hidden={hidden}
        words={{ up: t('upFor', { title }), down: t('downFor', { title }) }}
        place={place}
      />
      <ActionButton action={removeNeed} undo={restoreNeed} look="bad" hidden={hidden} label={t('removeFor', { title })}>
        {t('remove')}
      </ActionButton>
    </>
  )
}
