import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextArea } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Check, CircleDashed } from '@/components/ui/icons'
import { gaveInside, type Owed, type OwedStop, proposedThanks, thanksText } from '@/lib/recap/rules/owed'
import { inLanguage } from '@/lib/values/language'
import { shortDayText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'
import { sendThanks, unsendThanks, writeThanks } from './actions'

export type Within = { event: string; locale: Locale; told: Locale; stop: OwedStop; timeZone: string }
type Props = { owed: Owed; within: Within }

/** One person: what they gave, what to say, and how it reached them. */
export async function OwedRow({ owed, within }: Props) {
  const t = await getTranslations('thanks')
  const { locale, told, stop } = within
  const text = thanksText(owed, stop, told)
  const of = inLanguage(locale, owed.of, owed.ofEn)
  const gave =
    owed.gave.length > 0 && t(owed.kind === 'speaker' ? 'held' : 'gave', { gave: gaveInside(owed.gave, locale) })
  const facts = [of && t('from', { of }), owed.leads && t('leads'), owed.role, gave].filter(Boolean)
  return (
    <li className="border-b border-rule py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-60 break-words">
          <span className="font-bold">{owed.name}</span> <span className="text-muted">{facts.join(' · ')}</span>
        </p>
        <Standing owed={owed} within={within} />
      </div>
      <blockquote
        className="mt-2 max-w-prose whitespace-pre-line border-l-4 border-pigment pl-3"
        lang={told === 'zh' ? 'zh-CN' : 'en'}
      >
        {text}
      </blockquote>
      <div className="mt-2 flex flex-wrap items-start gap-1">
        <Ways owed={owed} within={within} text={text} />
        <Disclosure summary={t('edit')} label={t('editFor', { name: owed.name })} className="open:basis-full">
          <Words owed={owed} within={within} />
        </Disclosure>
      </div>
    </li>
  )
}

async function Standing({ owed, within: { timeZone, locale } }: Props) {
  const t = await getTranslations('thanks')
  if (!owed.sentAt || !owed.channel) {
    return (
      <span className="inline-flex items-center gap-1.5 text-sm font-medium">
        <CircleDashed aria-hidden="true" className="size-4" />
        {t('notSent')}
      </span>
    )
  }
  const date = shortDayText({ startsAt: owed.sentAt, timeZone }, locale)
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-good">
      <Check aria-hidden="true" className="size-4" />
      {t('sent', { date, channel: t(`channel.${owed.channel}`) })}
    </span>
  )
}

async function Ways({ owed, within, text }: Props & { text: string }) {
  const t = await getTranslations('thanks')
  const { name, kind, id } = owed
  const whom = { event: within.event, kind, id }
  const card = `/api/thanks/${within.event}/${kind}/${id}?lang=${within.told}`
  return (
    <>
      <CopyButton text={text} done={t('copied')}>
        {t('copy')}
      </CopyButton>
      <ButtonLink look="quiet" href={card} target="_blank" aria-label={t('cardFor', { name })}>
        {t('card')}
      </ButtonLink>
      {owed.sentAt ? (
        <ActionButton action={unsendThanks} hidden={whom} label={t('unsendFor', { name })}>
          {t('unsend')}
        </ActionButton>
      ) : (
        <>
          <ActionButton
            action={sendThanks}
            look="ink"
            hidden={{ ...whom, channel: 'chat', language: within.told }}
            label={t('byChatFor', { name })}
          >
            {t('byChat')}
          </ActionButton>
          {owed.email && (
            <ActionButton
              action={sendThanks}
              look="line"
              hidden={{ ...whom, channel: 'mail', language: within.told, version: owed.version }}
              label={t('byMailFor', { name })}
            >
              {t('byMail')}
            </ActionButton>
          )}
        </>
      )}
    </>
  )
}

async function Words({ owed, within }: Props) {
  const t = await getTranslations('thanks')
  const { event, stop } = within
  return (
    <ActionForm
      action={writeThanks}
      hidden={{ event, kind: owed.kind, id: owed.id, version: owed.version }}
      submit={t('save')}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextArea
          name="text"
          label={t('fields.text')}
          hint={t('fields.hint')}
          rows={6}
          lang="zh-CN"
          defaultValue={owed.text || proposedThanks(owed, stop, 'zh')}
        />
        <TextArea
          name="textEn"
          label={t('fields.textEn')}
          hint={t('fields.hint')}
          rows={6}
          lang="en"
          defaultValue={owed.textEn || proposedThanks(owed, stop, 'en')}
        />
      </div>
    </ActionForm>
  )
}
