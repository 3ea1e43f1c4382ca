import { getTranslations } from 'next-intl/server'
import { Choice, TextArea, TextField } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import { namesLine, sortOf } from '@/lib/sponsors/rules'
import { currencies, type GiftKind, giftSorts, type PrizeKind } from '@/lib/sponsors/schema'
import type { PictureRef } from '@/lib/values/picture'

/** A gift as its fields show it. */
export type GiftFieldsOf = {
  kind: GiftKind
  title: string
  quantity: number | null
  delivery: string
  prize: { kind: PrizeKind; admits: number } | null
  thanks: string[]
  photo: PictureRef | null
}
type Props = { gift?: GiftFieldsOf; thanks?: string; known?: string[] }

// The question how many one admits is only asked of tickets and services; browsers that cannot tell always ask.
const onlyWhereSeveral =
  '[.gift-fields:not(:has(option[value=prize-voucher]:checked,option[value=prize-service]:checked))_&]:hidden'

/** What is told of a gift in a minute: the same five questions at the sponsor's desk and in the organiser's ledger. */
export async function GiftFields({ gift, thanks, known = [] }: Props) {
  const t = await getTranslations('sponsors')
  const media = await getTranslations('media')
  return (
    <div className="gift-fields grid gap-5 sm:grid-cols-2">
      <Choice
        name="sort"
        label={t('fields.sort')}
        required
        defaultValue={gift ? sortOf(gift.kind, gift.prize?.kind ?? null) : 'prize-thing'}
        options={giftSorts.map((sort) => [sort, t(`sorts.${sort}`)] as const)}
      />
      <TextField
        name="title"
        label={t('fields.title')}
        hint={t('fields.titleHint')}
        required
        maxLength={80}
        enterKeyHint="next"
        autoComplete="off"
        defaultValue={gift?.title}
      />
      <TextField
        name="quantity"
        label={t('fields.quantity')}
        hint={t('fields.quantityHint')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={gift?.quantity ?? ''}
      />
      <div className={onlyWhereSeveral}>
        <TextField
          name="admits"
          label={t('fields.admits')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={gift?.prize && gift.prize.admits > 1 ? gift.prize.admits : ''}
        />
      </div>
      <TextField
        name="delivery"
        label={t('fields.delivery')}
        hint={t('fields.deliveryHint')}
        maxLength={200}
        defaultValue={gift?.delivery}
      />
      <TextField
        name="thanks"
        label={t('fields.thanks')}
        hint={known.length > 0 ? t('fields.thanksKnown', { names: namesLine(known) }) : t('fields.thanksHint')}
        maxLength={300}
        autoComplete="off"
        defaultValue={gift ? namesLine(gift.thanks) : thanks}
      />
      <PictureField
        name="photo"
        label={t('fields.photo')}
        hint={media('hint')}
        current={gift?.photo ?? null}
        alt={gift?.title}
      />
    </div>
  )
}

type Organized = {
  titleEn: string | null
  note: string
  parcel: string
  value: number | null
  currency: string | null
  needId: string | null
}
type OrganizerProps = { gift?: Organized; needs: { id: string; title: string }[]; need?: string | undefined }

/** What only organisers write of it: which need it answers, its parcel, what it is worth. */
export async function OrganizerGiftFields({ gift, needs, need }: OrganizerProps) {
  const t = await getTranslations('sponsors.fields')
  return (
    <Disclosure summary={t('more')} open={Boolean(need || (gift && Object.values(gift).some(Boolean)))}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Choice
          name="needId"
          label={t('need')}
          hint={t('needHint')}
          defaultValue={gift?.needId ?? need ?? ''}
          options={[['', t('needNone')], ...needs.map(({ id, title }) => [id, title] as const)]}
        />
        <TextField
          name="parcel"
          label={t('parcel')}
          hint={t('parcelHint')}
          maxLength={80}
          autoComplete="off"
          defaultValue={gift?.parcel}
        />
        <div className="grid grid-cols-[1fr_6.5rem] items-start gap-3">
          <TextField
            name="value"
            label={t('value')}
            hint={t('valueHint')}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={gift?.value ? gift.value / 100 : ''}
          />
          <Choice
            name="currency"
            label={t('currency')}
            required
            defaultValue={gift?.currency ?? 'CNY'}
            options={currencies.map((currency) => [currency, currency] as const)}
          />
        </div>
        <TextField name="titleEn" label={t('titleEn')} maxLength={120} lang="en" defaultValue={gift?.titleEn ?? ''} />
        <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} defaultValue={gift?.note} />
      </div>
    </Disclosure>
  )
}
