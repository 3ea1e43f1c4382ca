import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextArea, Tick } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/heading'
import type { SponsorDesk } from '@/lib/people/holder'
import { deskModel, deskModelFor } from '@/lib/sponsors/queries/chat'
import type { GiftDraft } from '@/lib/sponsors/rules/chat'
import { kindsOf, namesIn } from '@/lib/sponsors/rules/ledger'
import { newUuid } from '@/lib/values/uuid'
import { logDraft, readChat } from './actions'
import { DeskFields, type DeskGift } from './desk-fields'
import { keptDrafts } from './kept-chat'

/** A message as it stands in a chat becomes forms to correct; nothing is entered by itself. */
export async function Chat({ desk }: { desk: SponsorDesk }) {
  const t = await getTranslations('sponsors.desk.chat')
  const model = await deskModelFor(desk)
  return (
    <Disclosure summary={t('open')} look="line" className="mb-6">
      <ActionForm action={readChat} hidden={{ link: desk.linkId }} submit={t('read')} className="pt-2">
        <TextArea name="chat" label={t('label')} hint={t('hint')} rows={4} required maxLength={800} />
        {model && (
          <Tick
            name="machine"
            label={t('machine')}
            hint={t('machineHint', { model: model.model, host: new URL(model.url).host })}
          />
        )}
      </ActionForm>
    </Disclosure>
  )
}

type Props = { link: string; drafts: string; done: string; thanks: string }

/** The drafts of a message that was read, those entered already left out; nothing once the ten minutes are over. */
export async function Drafts({ link, drafts, done, thanks }: Props) {
  const t = await getTranslations('sponsors.desk.chat')
  const kept = await keptDrafts(drafts)
  if (!kept) return null
  const { by, read } = kept
  const entered = done.split('.').filter(Boolean)
  const open = read.map((draft, index) => ({ draft, index })).filter(({ index }) => !entered.includes(String(index)))
  return (
    <Section id="drafts" title={open.length > 0 ? t('found', { count: open.length }) : t('none')}>
      {by === 'model' && <p className="text-muted">{t('byModel', { model: deskModel()?.model ?? '' })}</p>}
      {by === 'silent' && <p className="text-muted">{t('silent')}</p>}
      <p className="mb-4 text-muted">
        {open.length > 0 ? t('correct') : entered.length > 0 ? t('all') : t('noneLead')}
      </p>
      {open.map(({ draft, index }) => (
        <div key={index} className="mb-8 border-l-4 border-pigment pl-4">
          <ActionForm
            action={logDraft}
            hidden={{ link, drafts, draft: index, done }}
            submit={t('enter', { title: draft.title })}
            firstKey={newUuid()}
          >
            <DeskFields gift={giftOf(draft)} thanks={thanks} />
          </ActionForm>
        </div>
      ))}
    </Section>
  )
}

function giftOf({ sort, admits, thanks, ...told }: GiftDraft): DeskGift {
  const { kind, prizeKind } = kindsOf(sort)
  return { ...told, kind, prize: prizeKind && { kind: prizeKind, admits: admits ?? 1 }, thanks: namesIn(thanks) }
}
