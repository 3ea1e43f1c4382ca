import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Choice, TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import { namesLine, sortOf } from '@/lib/sponsors/rules/ledger'
import { currencies, type GiftKind, giftSorts, type PrizeKind } from '@/lib/sponsors/schema/gifts'
import type { PictureRef } from '@/lib/values/picture'

/** A gift as its fields show it; something that is not entered yet knows only some of it. */
export type GiftFieldsOf = {
  kind: GiftKind
  prize: { kind: PrizeKind; admits: number } | null
  title: string
  quantity: number | null
  thanks: string[]
  photo?: PictureRef | null
}
type Props = { gift?: GiftFieldsOf; thanks?: string; known?: string[]; delivery: ReactNode; children?: ReactNode }

/** What is told of a gift in a minute, at the sponsor's desk and in the organiser's ledger alike: six fields. */
export async function GiftFields({ gift, thanks, known = [], delivery, children }: Props) {
  const t = await getTranslations('sponsors.fields')
  const sorts = await getTranslations('sponsors.sorts')
  const media = await getTranslations('media')
  return (
    <div className="gift-fields grid gap-5 sm:grid-cols-2">
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        required
        maxLength={80}
        enterKeyHint="next"
        autoComplete="off"
        defaultValue={gift?.title}
      />
      <TextField
        name="quantity"
        label={t('quantity')}
        hint={t('quantityHint')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={gift?.quantity ?? ''}
      />
      <Choice
        name="sort"
        label={t('sort')}
        required
        defaultValue={gift ? sortOf(gift.kind, gift.prize?.kind ?? null) : 'prize-thing'}
        options={giftSorts.map((sort) => [sort, sorts(sort)] as const)}
      />
      {delivery}
      <TextField
        name="thanks"
        label={t('thanks')}
        hint={known.length > 0 ? t('thanksKnown', { names: namesLine(known) }) : t('thanksHint')}
        maxLength={300}
        autoComplete="off"
        defaultValue={gift && (gift.thanks.length > 0 || !thanks) ? namesLine(gift.thanks) : thanks}
      />
      <PictureField
        name="photo"
        label={t('photo')}
        hint={media('hint')}
        current={gift?.photo ?? null}
        alt={gift?.title}
      />
      {children}
    </div>
  )
}

// How many one admits is only asked of tickets and services; browsers that cannot tell always ask.
const onlyWhereSeveral =
  '[.gift-fields:not(:has(option[value=prize-voucher]:checked,option[value=prize-service]:checked))_&]:hidden'

/** How many people one of it lets in or serves. */
export async function Admits({ gift }: { gift?: Pick<GiftFieldsOf, 'prize'> }) {
  const t = await getTranslations('sponsors.fields')
  return (
    <div className={onlyWhereSeveral}>
      <TextField
        name="admits"
        label={t('admits')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={gift?.prize && gift.prize.admits > 1 ? gift.prize.admits : ''}
      />
    </div>
  )
}

type Sent = { parcel?: string; value?: number | null; currency?: string | null }

/** The number of its parcel, and what all of it is worth; `currency` is how that is asked. */
export async function ParcelAndValue({ gift, currency }: { gift?: Sent; currency: ReactNode }) {
  const t = await getTranslations('sponsors.fields')
  return (
    <>
      <TextField
        name="parcel"
        label={t('parcel')}
        hint={t('parcelHint')}
        maxLength={80}
        autoComplete="off"
        defaultValue={gift?.parcel}
      />
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <TextField
          name="value"
          label={t('value')}
          hint={t('valueHint')}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={gift?.value ? gift.value / 100 : ''}
        />
        {currency}
      </div>
    </>
  )
}

type Organized = Sent & { delivery: string; titleEn: string | null; note: string; needId: string | null }
type OrganizerProps = {
  gift?: GiftFieldsOf & Organized
  thanks?: string
  known?: string[]
  needs: { id: string; title: string }[]
  need?: string | undefined
}

/** The same as organisers enter it: how it comes in their own words, and behind "more" what only they write. */
export async function OrganizerGiftFields({ gift, thanks, known, needs, need }: OrganizerProps) {
  const t = await getTranslations('sponsors.fields')
  const more = gift && [gift.parcel, gift.value, gift.titleEn, gift.note, gift.needId]
  const delivery = (
    <TextField
      name="delivery"
      label={t('delivery')}
      hint={t('deliveryHint')}
      maxLength={200}
      defaultValue={gift?.delivery}
    />
  )
  return (
    <>
      <GiftFields gift={gift} thanks={thanks} known={known} delivery={delivery}>
        <Admits gift={gift} />
      </GiftFields>
      <Disclosure summary={t('more')} open={Boolean(need || more?.some(Boolean))}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Choice
            name="needId"
            label={t('need')}
            hint={t('needHint')}
            defaultValue={gift?.needId ?? need ?? ''}
            options={[['', t('needNone')], ...needs.map(({ id, title }) => [id, title] as const)]}
          />
          <ParcelAndValue gift={gift} currency={<Currency gift={gift} />} />
          <TextField name="titleEn" label={t('titleEn')} maxLength={120} lang="en" defaultValue={gift?.titleEn ?? ''} />
          <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} defaultValue={gift?.note} />
        </div>
      </Disclosure>
    </>
  )
}

async function Currency({ gift }: { gift?: Sent }) {
  const t = await getTranslations('sponsors.fields')
  return (
    <Choice
      name="currency"
      label={t('currency')}
      required
      defaultValue={gift?.currency ?? 'CNY'}
      options={currencies.map((currency) => [currency, currency] as const)}
    />
  )
}
