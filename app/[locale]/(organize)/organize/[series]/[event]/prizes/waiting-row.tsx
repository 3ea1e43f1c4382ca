import { ActionButton } from '@/components/form/action-button'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import type { HandOverRow } from '@/lib/draws/queries/handover'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage, languageOf } from '@/lib/values/language'
import { instantText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { askAddress, handOverPrize, takeBackHandOver, takeBackWin } from './actions'
import { HandOverPhoto } from './hand-over-photo'

type Props = { row: HandOverRow; scope: EventScope<'checkin.run'>; locale: Locale; large?: boolean }

/** One won unit: whose it is, what it is, and what can be done with it. */
export function WaitingRow({ row, scope, locale, large }: Props) {
  const t = words(locale, 'hat')
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className={classes('font-bold', large && 'text-3xl')} lang={languageOf(locale, row.title, row.titleEn)}>
          {inLanguage(locale, row.title, row.titleEn)}
        </p>
        <p className={classes('tabular', large && 'text-xl')}>
          {t('over.whose', { name: row.name, tail: row.tail })}
          <span className="text-muted"> · {t('over.unit', { number: row.number })}</span>
          {row.admits > 1 && <span className="font-medium"> · {t('over.admits', { count: row.admits })}</span>}
        </p>
        {row.remindedAt && row.status === 'won' && (
          <p className="text-sm text-muted">
            {t('over.reminded', { at: instantText(row.remindedAt, scope.timeZone, locale) })}
          </p>
        )}
        {row.post && <Post row={row} locale={locale} />}
      </div>
      {row.status === 'won' ? (
        <Waiting row={row} scope={scope} locale={locale} />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <State tone="good">{t('over.given', { at: instantText(row.statusAt, scope.timeZone, locale) })}</State>
          <ActionButton action={takeBackHandOver} hidden={{ event: scope.eventId, id: row.unitId }}>
            {t('over.undo')}
          </ActionButton>
        </div>
      )}
      {row.status !== 'won' && row.agreesToPhotos && <HandOverPhoto row={row} event={scope.eventId} locale={locale} />}
    </li>
  )
}

function Post({ row, locale }: Pick<Props, 'row' | 'locale'>) {
  const t = words(locale, 'hat')
  return (
    <p className="mt-1 border-l-4 border-pigment pl-3 whitespace-pre-line">
      {row.post === 'asked' ? t('over.addressAsked') : (row.address ?? t('over.addressGiven'))}
    </p>
  )
}

function Waiting({ row, scope, locale }: Pick<Props, 'row' | 'scope' | 'locale'>) {
  const t = words(locale, 'hat')
  const unit = { event: scope.eventId, id: row.unitId }
  const win = { event: scope.eventId, win: row.id }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ActionButton action={handOverPrize} hidden={{ ...unit, how: 'hand' }} look="ink" className="min-h-12">
        {t('over.hand')}
      </ActionButton>
      <Disclosure summary={t('over.more')}>
        <div className="flex flex-wrap gap-2">
          <ActionButton action={handOverPrize} hidden={{ ...unit, how: 'proxy' }} look="line">
            {t('over.proxy')}
          </ActionButton>
          {row.post === null ? (
            <ActionButton action={askAddress} hidden={win} look="line">
              {t('over.askAddress')}
            </ActionButton>
          ) : (
            <ActionButton action={handOverPrize} hidden={{ ...unit, how: 'post' }} look="line">
              {t('over.posted')}
            </ActionButton>
          )}
          {mayOnEvent(scope.role, 'sponsors.edit') && (
            <>
              <ActionButton action={takeBackWin} hidden={{ ...win, to: 'in_stock' }} look="bad">
                {t('over.toStock')}
              </ActionButton>
              <ActionButton action={takeBackWin} hidden={{ ...win, to: 'returned' }} look="bad">
                {t('over.toDonor')}
              </ActionButton>
            </>
          )}
        </div>
      </Disclosure>
    </div>
  )
}
