import { getTranslations } from 'next-intl/server'
import { Row, State } from '@/components/ui/facts'
import type { GivenGift } from '@/lib/sponsors/queries/gifts'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'

type Props = { gift: GivenGift; within: { event: string; base: string; locale: Locale } }

const tones = {
  draft: 'quiet',
  asked: 'wait',
  offered: 'wait',
  pledged: 'wait',
  received: 'good',
  thanked: 'good',
  declined: 'quiet',
} as const

/** What a sponsor gave at which stop; this stop's can be changed from here. */
export async function GivenRow({ gift, within }: Props) {
  const t = await getTranslations('sponsors')
  const { event, base, locale } = within
  const title = inLanguage(locale, gift.title, gift.titleEn)
  const { number } = gift.event
  return (
    <Row actions={<State tone={tones[gift.status]}>{t(`status.${gift.status}`)}</State>}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {gift.event.id === event ? (
          <a href={`${base}/gifts/${gift.id}`} className="font-bold">
            {title}
          </a>
        ) : (
          <span className="font-bold">{title}</span>
        )}
        {gift.quantity !== null && (
          <span className="tabular">{t('quantity', { kind: gift.kind, count: gift.quantity })}</span>
        )}
      </p>
      <p className="text-sm text-muted">
        {t('giver.stop', { number, city: inLanguage(locale, gift.event.city, gift.event.cityEn) })}
      </p>
    </Row>
  )
}
