import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { MoveButtons } from '@/components/form/move-buttons'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { Said } from '@/components/ui/said'
import type { LedgerGift } from '@/lib/sponsors/queries/gifts'
import { namesLine, nextStep, otherSteps } from '@/lib/sponsors/rules/ledger'
import { inLanguage } from '@/lib/values/language'
import { moneyText } from '@/lib/values/money'
import { shortDayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { moveGift, receiveGift, removeGift, restoreGift, stepBack, stepGift } from './actions'

/** What every row of a page needs to know of it. */
export type Within = {
  event: string
  base: string
  locale: Locale
  timeZone: string
  /** The titles of the needs by their ids. */
  needs: ReadonlyMap<string, string>
}
type Props = { gift: LedgerGift; within: Within; place: { first: boolean; last: boolean } }

/** One gift: what, from whom, whom to thank; its next step as one press, the rest behind "more". */
export async function GiftRow({ gift, within, place }: Props) {
  const t = await getTranslations('sponsors')
  const { event, locale } = within
  const title = inLanguage(locale, gift.title, gift.titleEn)
  const next = nextStep(gift.status)
  const step = gift.status === 'thanked' ? '' : t(`next.${gift.status}`)
  return (
    <li className="flex flex-wrap items-start gap-x-4 border-b border-rule py-3">
      <div className="w-12 shrink-0 pt-0.5 text-sm leading-6 text-muted">{t(`kinds.${gift.kind}`)}</div>
      <Told gift={gift} within={within} />
      <div className="mt-1 ml-auto flex flex-wrap items-center justify-end gap-1 has-[details[open]]:basis-full">
        {gift.status === 'pledged' && <Receive gift={gift} title={title} event={event} />}
        {next && gift.status !== 'pledged' && (
          <ActionButton
            action={stepGift}
            undo={stepBack}
            look="line"
            hidden={{ event, id: gift.id, from: gift.status, to: next }}
            label={t('stepFor', { title, step })}
          >
            {step}
          </ActionButton>
        )}
        <Disclosure summary={t('more')} label={t('moreFor', { title })} className="open:basis-full">
          <More gift={gift} title={title} within={within} place={place} />
        </Disclosure>
      </div>
    </li>
  )
}

/** The step to "received": one press when as much came as was promised, else the number first. */
async function Receive({ gift, title, event }: { gift: LedgerGift; title: string; event: string }) {
  const t = await getTranslations('sponsors')
  return (
    <ActionButton
      action={receiveGift}
      look="line"
      hidden={{ event, id: gift.id }}
      label={t('stepFor', { title, step: t('next.pledged') })}
      fields={
        <input
          name="counted"
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          defaultValue={gift.quantity ?? ''}
          placeholder={t('counted')}
          aria-label={t('countedFor', { title })}
          className="min-h-11 w-16 rounded-md border border-input bg-card px-1 text-center text-base tabular-nums placeholder:text-xs"
        />
      }
    >
      {t('next.pledged')}
    </ActionButton>
  )
}

async function Told({ gift, within }: Pick<Props, 'gift' | 'within'>) {
  const t = await getTranslations('sponsors')
  const { locale, base, timeZone } = within
  const since = shortDayText({ startsAt: gift.statusAt, timeZone }, locale)
  const giver = `${base}/givers/${gift.sponsor.id}`
  const need = gift.needId && within.needs.get(gift.needId)
  return (
    <div className="min-w-0 flex-1 basis-60 break-words">
      <p className="*:mr-3 *:last:mr-0">
        <span className="font-bold">
          <Said locale={locale}>{inLanguage(locale, gift.title, gift.titleEn)}</Said>
        </span>
        {gift.quantity !== null && (
          <span className="tabular inline-block">{t('quantity', { kind: gift.kind, count: gift.quantity })}</span>
        )}
        {gift.promised !== null && gift.promised !== gift.quantity && (
          <State tone={(gift.quantity ?? 0) < gift.promised ? 'bad' : 'good'}>
            {t('promisedWas', { promised: gift.promised, count: gift.quantity ?? 0 })}
          </State>
        )}
        {gift.prize && gift.prize.admits > 1 && (
          <span className="text-sm text-muted">{t('admits', { count: gift.prize.admits })}</span>
        )}
        {gift.kind === 'prize' && gift.quantity === null && <Open gift={gift} within={within} />}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a href={giver} className="inline-block py-0.5">
          <Said locale={locale}>{inLanguage(locale, gift.sponsor.name, gift.sponsor.nameEn)}</Said>
        </a>
        {gift.thanks.length > 0 ? (
          <span className="text-muted">{t('thanksTo', { names: namesLine(gift.thanks) })}</span>
        ) : (
          <State tone="wait">{t('thanksOpen')}</State>
        )}
      </p>
      <p className="text-sm text-muted">
        {[
          need && t('needFor', { need }),
          gift.way && t(`ways.${gift.way as 'brought'}`),
          gift.delivery,
          gift.parcel && t('parcelNo', { parcel: gift.parcel }),
          gift.value !== null && t('worth', { value: moneyText(gift.value, gift.currency, locale) }),
          gift.note,
          t('since', { date: since }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

/** Nobody said how many: open while it is on its way, to be counted once it is here. */
async function Open({ gift, within }: Pick<Props, 'gift' | 'within'>) {
  const t = await getTranslations('sponsors')
  const here = gift.status === 'received' || gift.status === 'thanked'
  if (!here) return <State tone="wait">{t('quantityOpen')}</State>
  const title = inLanguage(within.locale, gift.title, gift.titleEn)
  return (
    <a href={`${within.base}/gifts/${gift.id}`} aria-label={t('settleFor', { title })}>
      <State tone="wait">{t('settle')}</State>
    </a>
  )
}

async function More({ gift, title, within, place }: Props & { title: string }) {
  const t = await getTranslations('sponsors')
  const { event, base } = within
  const hidden = { event, id: gift.id }
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      {otherSteps(gift.status).map(({ name, to }) => (
        <ActionButton
          key={to}
          action={stepGift}
          undo={stepBack}
          hidden={{ ...hidden, from: gift.status, to }}
          label={t('stepFor', { title, step: t(`other.${name}`) })}
        >
          {t(`other.${name}`)}
        </ActionButton>
      ))}
      <MoveButtons
        action={moveGift}
        hidden={hidden}
        words={{ up: t('upFor', { title }), down: t('downFor', { title }) }}
        place={place}
      />
      <ButtonLink look="line" href={`${base}/gifts/${gift.id}`} aria-label={t('editFor', { title })}>
        {t('editGift')}
      </ButtonLink>
      <ActionButton action={removeGift} undo={restoreGift} look="bad" hidden={hidden} label={t('removeFor', { title })}>
        {t('remove')}
      </ActionButton>
    </div>
  )
}
