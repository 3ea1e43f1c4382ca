import { getTranslations } from 'next-intl/server'
import { GiftFields } from '@/app/[locale]/gift-fields'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { Said } from '@/components/ui/said'
import type { Desk } from '@/lib/sponsors/queries'
import { namesLine, openAtDesk } from '@/lib/sponsors/rules'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { editGift, restoreGift, withdrawGift } from './actions'

type Gift = Desk['gifts'][number]
type Props = { gift: Gift; link: string; locale: Locale }

/** What they give and how far it has come; to be changed or withdrawn until it has arrived. */
export async function OwnGiftRow({ gift, link, locale }: Props) {
  const t = await getTranslations('sponsors')
  const title = inLanguage(locale, gift.title, gift.titleEn)
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-bold break-words">
          <Said locale={locale}>{title}</Said>
          <span className="tabular ml-3 font-normal">
            {gift.quantity === null ? t('quantityOpen') : t('quantity', { count: gift.quantity })}
          </span>
        </span>
        <DeskState status={gift.status} />
      </p>
      <p className="text-sm break-words text-muted">
        {[
          t(`kinds.${gift.kind}`),
          gift.delivery,
          gift.thanks.length > 0 ? t('thanksTo', { names: namesLine(gift.thanks) }) : t('thanksOpen'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {openAtDesk(gift.status) ? (
        <Changes gift={gift} title={title} link={link} />
      ) : (
        gift.status !== 'declined' && <p className="text-sm text-muted">{t('desk.settled')}</p>
      )}
    </li>
  )
}

async function DeskState({ status }: { status: Gift['status'] }) {
  const t = await getTranslations('sponsors.desk.status')
  if (status === 'draft') return null
  const tone = status === 'received' || status === 'thanked' ? 'good' : status === 'declined' ? 'quiet' : 'wait'
  return <State tone={tone}>{t(status)}</State>
}

async function Changes({ gift, title, link }: { gift: Gift; title: string; link: string }) {
  const t = await getTranslations('sponsors')
  return (
    <div className="-ml-2 flex flex-wrap items-start gap-x-1">
      <Disclosure
        summary={t('desk.edit')}
        label={t('desk.editFor', { title })}
        className="open:order-last open:basis-full open:pl-2"
      >
        <ActionForm action={editGift} hidden={{ link, id: gift.id, version: gift.version }} submit={t('form.save')}>
          <GiftFields gift={gift} />
        </ActionForm>
      </Disclosure>
      <ActionButton
        action={withdrawGift}
        undo={restoreGift}
        hidden={{ link, id: gift.id }}
        label={t('desk.withdrawFor', { title })}
      >
        {t('desk.withdraw')}
      </ActionButton>
    </div>
  )
}
