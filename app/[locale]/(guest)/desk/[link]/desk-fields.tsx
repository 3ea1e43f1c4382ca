import { getTranslations } from 'next-intl/server'
import { Admits, GiftFields, type GiftFieldsOf, ParcelAndValue } from '@/app/[locale]/gift-fields'
import { Choice, Tick } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { ways } from '@/lib/sponsors/schema/gifts'

/** A gift as the desk's fields show it, of which a draft knows some. */
export type DeskGift = GiftFieldsOf & {
  way: string
  delivery?: string
  parcel?: string
  value?: number | null
  currency?: string | null
  winnersAskedAt?: Date | null
}
type Props = { gift?: DeskGift; thanks?: string }

/** What is told of a gift in a minute, six fields; the rest waits behind "more". */
export async function DeskFields({ gift, thanks }: Props) {
  const t = await getTranslations('sponsors')
  const delivery = (
    <Choice
      name="way"
      label={t('fields.delivery')}
      defaultValue={gift?.way ?? ''}
      options={ways.map((way) => [way, t(`ways.${way || 'open'}`)] as const)}
    />
  )
  return (
    <GiftFields gift={gift} thanks={thanks} delivery={delivery}>
      <More gift={gift} />
    </GiftFields>
  )
}

async function More({ gift }: Pick<Props, 'gift'>) {
  const t = await getTranslations('sponsors')
  const told = gift && [gift.parcel, gift.value, gift.winnersAskedAt, (gift.prize?.admits ?? 1) > 1]
  return (
    <Disclosure summary={t('desk.more')} open={Boolean(told?.some(Boolean))} className="sm:col-span-2">
      <div className="grid gap-5 pt-2 sm:grid-cols-2">
        <ParcelAndValue
          gift={gift}
          currency={<input type="hidden" name="currency" value={gift?.currency ?? 'CNY'} />}
        />
        <input type="hidden" name="delivery" value={gift?.delivery ?? ''} />
        <Admits gift={gift} />
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
