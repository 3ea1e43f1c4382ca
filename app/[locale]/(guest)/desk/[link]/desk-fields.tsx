import { getTranslations } from 'next-intl/server'
import { Choice, TextField, Tick } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import { namesLine, sortOf } from '@/lib/sponsors/rules'
import { type GiftKind, type GiftSort, giftSorts, type PrizeKind, ways } from '@/lib/sponsors/schema'
import type { PictureRef } from '@/lib/values/picture'

/** A gift as the desk's fields show it, of which a draft knows some. */
export type DeskGift = {
  kind: GiftKind
  title: string
  quantity: number | null
  way: string
  delivery: string
  parcel: string
  value: number | null
  currency: string | null
  winnersAskedAt: Date | null
  prize: { kind: PrizeKind; admits: number } | null
  thanks: string[]
  photo: PictureRef | null
}
type Draft = {
  sort: GiftSort
  title: string
  quantity: number | null
  admits: number | null
  way: string
  thanks: string
}
type Props = { gift?: DeskGift; draft?: Draft; thanks?: string }

// How many one admits is only asked of tickets and services; browsers that cannot tell always ask.
const onlyWhereSeveral =
  '[.desk-fields:not(:has(option[value=prize-voucher]:checked,option[value=prize-service]:checked))_&]:hidden'

/** What is told of a gift in a minute, six fields; the rest waits behind "more". */
export async function DeskFields({ gift, draft, thanks }: Props) {
  const t = await getTranslations('sponsors')
  const media = await getTranslations('media')
  const sort = gift ? sortOf(gift.kind, gift.prize?.kind ?? null) : (draft?.sort ?? 'prize-thing')
  return (
    <div className="desk-fields flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="title"
          label={t('fields.title')}
          hint={t('fields.titleHint')}
          required
          maxLength={80}
          enterKeyHint="next"
          autoComplete="off"
          defaultValue={gift?.title ?? draft?.title}
        />
        <TextField
          name="quantity"
          label={t('fields.quantity')}
          hint={t('fields.quantityHint')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={gift?.quantity ?? draft?.quantity ?? ''}
        />
        <Choice
          name="sort"
          label={t('fields.sort')}
          required
          defaultValue={sort}
          options={giftSorts.map((one) => [one, t(`sorts.${one}`)] as const)}
        />
        <Choice
          name="way"
          label={t('fields.delivery')}
          defaultValue={gift?.way ?? draft?.way ?? ''}
          options={ways.map((way) => [way, t(`ways.${way || 'open'}`)] as const)}
        />
        <TextField
          name="thanks"
          label={t('fields.thanks')}
          hint={t('fields.thanksHint')}
          maxLength={300}
          autoComplete="off"
          defaultValue={gift ? namesLine(gift.thanks) : draft?.thanks || thanks}
        />
        <PictureField
          name="photo"
          label={t('fields.photo')}
          hint={media('hint')}
          current={gift?.photo ?? null}
          alt={gift?.title}
        />
      </div>
      <More gift={gift} draft={draft} />
    </div>
  )
}

async function More({ gift, draft }: Pick<Props, 'gift' | 'draft'>) {
  const t = await getTranslations('sponsors')
  const admits = gift?.prize?.admits ?? draft?.admits ?? 1
  return (
    <Disclosure
      summary={t('desk.more')}
      open={Boolean(gift?.parcel || gift?.value || gift?.winnersAskedAt || draft?.admits)}
    >
      <div className="grid gap-5 pt-2 sm:grid-cols-2">
        <TextField
          name="parcel"
          label={t('fields.parcel')}
          hint={t('fields.parcelHint')}
          maxLength={80}
          autoComplete="off"
          defaultValue={gift?.parcel}
        />
        <TextField
          name="value"
          label={t('fields.value')}
          hint={t('fields.valueHint')}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={gift?.value ? gift.value / 100 : ''}
        />
        <input type="hidden" name="currency" value={gift?.currency ?? 'CNY'} />
        <input type="hidden" name="delivery" value={gift?.delivery ?? ''} />
        <div className={onlyWhereSeveral}>
          <TextField
            name="admits"
            label={t('fields.admits')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={admits > 1 ? admits : ''}
          />
        </div>
        <Tick
          name="tellWinners"
          label={t('fields.tellWinners')}
          hint={t('fields.tellWinnersHint')}
          defaultChecked={Boolean(gift?.winnersAskedAt)}
        />
      </div>
    </Disclosure>
  )
}
