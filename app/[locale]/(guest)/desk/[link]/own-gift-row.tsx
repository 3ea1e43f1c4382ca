import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { Photo } from '@/components/ui/photo'
import { Said } from '@/components/ui/said'
import type { Desk } from '@/lib/sponsors/queries/desk'
import { namesLine, openAtDesk } from '@/lib/sponsors/rules/ledger'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { editGift, restoreGift, withdrawGift } from './actions'
import { Codes } from './codes'
import { DeskFields } from './desk-fields'

type Gift = Desk['gifts'][number]
type Props = { gift: Gift; link: string; locale: Locale }

/** What they give and how far it has come; to be changed or withdrawn until it has arrived. */
export async function OwnGiftRow({ gift, link, locale }: Props) {
  const t = await getTranslations('sponsors')
  const title = inLanguage(locale, gift.title, gift.titleEn)
  return (
    <li className="flow-root border-b border-rule py-3">
      {gift.photo && (
        <Photo picture={gift.photo} alt="" sizes="5rem" className="float-right ml-3 size-20 rounded-md object-cover" />
      )}
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-bold break-words">
          <span className="mr-3">
            <Said locale={locale}>{title}</Said>
          </span>
          <span className="tabular font-normal">
            {gift.quantity === null ? t('quantityOpen') : t('quantity', { kind: gift.kind, count: gift.quantity })}
          </span>
        </span>
        <DeskState status={gift.status} />
      </p>
      <p className="text-sm break-words text-muted">
        {[
          t(`kinds.${gift.kind}`),
          gift.way && t(`ways.${gift.way as 'brought'}`),
          gift.delivery,
          gift.thanks.length > 0 ? t('thanksTo', { names: namesLine(gift.thanks) }) : t('thanksOpen'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Units gift={gift} />
      <div className="-ml-2 flex flex-wrap items-start gap-x-1">
        {openAtDesk(gift.status) && !gift.frozen && <Changes gift={gift} title={title} link={link} />}
        {takesCodes(gift) && <Codes gift={gift} title={title} link={link} />}
      </div>
      {gift.frozen ? (
        <p className="text-sm text-muted">{t('desk.frozen')}</p>
      ) : (
        ['received', 'thanked'].includes(gift.status) && <p className="text-sm text-muted">{t('desk.settled')}</p>
      )}
    </li>
  )
}

const takesCodes = ({ prize, status }: Gift) =>
  prize !== null && prize.kind !== 'thing' && ['pledged', 'received', 'thanked'].includes(status)

/** Where the pieces of a prize are, once some have left the stock. */
async function Units({ gift }: { gift: Gift }) {
  const t = await getTranslations('sponsors.desk')
  const { won = 0, handed_over: over = 0, returned = 0 } = gift.units
  if (won + over + returned === 0) return null
  return <p className="tabular text-sm">{t('units', { won: won + over, over, returned })}</p>
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
    <>
      <Disclosure
        summary={t('desk.edit')}
        label={t('desk.editFor', { title })}
        className="open:order-last open:basis-full open:pl-2"
      >
        <ActionForm action={editGift} hidden={{ link, id: gift.id, version: gift.version }} submit={t('form.save')}>
          <DeskFields gift={gift} />
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
    </>
  )
}
