import { holderPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Rows } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import { findDesk } from '@/lib/sponsors/queries/desk'
import { isPublic } from '@/lib/sponsors/rules/ledger'
import { inLanguage } from '@/lib/values/language'
import { newUuid } from '@/lib/values/uuid'
import { dayText } from '@/lib/values/when'
import { DayFrame } from '../../day'
import { logGift } from './actions'
import { Appearance } from './appearance'
import { AskRow } from './ask-row'
import { Chat, Drafts } from './chat'
import { Colleagues } from './colleagues'
import { DeskFields } from './desk-fields'
import { OwnGiftRow } from './own-gift-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('desk.title') }
}

export default holderPage({ kind: 'desk' }, async ({ holder, locale, search }) => {
  const t = await getTranslations('sponsors.desk')
  const { contactName, sponsor, contacts, gifts, day } = (await findDesk(holder)) ?? notFound()
  const link = holder.linkId
  const asks = gifts.filter(({ status }) => status === 'asked')
  const given = gifts.filter(({ status }) => status !== 'asked')
  const place = {
    sponsor: inLanguage(locale, sponsor.name, sponsor.nameEn),
    series: inLanguage(locale, day.series.name, day.series.nameEn),
    city: inLanguage(locale, day.city, day.cityEn),
    date: dayText(day, locale, new Date()),
  }
  const over = day.endsAt <= new Date()
  const form = (
    <>
      <Chat desk={holder} />
      <ActionForm action={logGift} hidden={{ link }} submit={t('logSubmit')} firstKey={newUuid()} again>
        <DeskFields thanks={contactName} />
      </ActionForm>
    </>
  )
  return (
    <DayFrame day={day} locale={locale}>
      <h1 className="text-2xl font-bold break-words">{t('hello', { name: contactName })}</h1>
      <p className="mt-1 mb-6">{t(over ? 'leadOver' : 'lead', place)}</p>
      {search.done === 'offered' && (
        <p role="status" className="mb-6 border-l-4 border-pigment pl-3 font-medium">
          {t('offered')}
        </p>
      )}
      {over && given.some(({ status }) => isPublic(status)) && (
        <ButtonLink href={`/${locale}/desk/${link}/report`} className="mb-6">
          {t('report')}
        </ButtonLink>
      )}
      {asks.length > 0 && (
        <Section id="asks" title={t('asks')}>
          <Rows>
            {asks.map((gift) => (
              <AskRow key={gift.id} gift={gift} link={link} locale={locale} />
            ))}
          </Rows>
        </Section>
      )}
      {search.drafts && <Drafts link={link} drafts={search.drafts} done={search.done ?? ''} thanks={contactName} />}
      {!over && (
        <Section id="log" title={given.length > 0 ? t('logMore') : t('log')}>
          {form}
        </Section>
      )}
      <Section id="list" title={t('list')}>
        {given.length === 0 ? (
          <p className="border-y border-rule py-6 text-muted">{t('empty')}</p>
        ) : (
          <Rows>
            {given.map((gift) => (
              <OwnGiftRow key={gift.id} gift={gift} link={link} locale={locale} />
            ))}
          </Rows>
        )}
      </Section>
      {over && (
        <Disclosure summary={t('logLate')} look="line" className="mt-10">
          {form}
        </Disclosure>
      )}
      <Disclosure summary={t('appear')} look="line" className={over ? 'mt-4' : 'mt-10'}>
        <Appearance sponsor={sponsor} link={link} />
      </Disclosure>
      <Disclosure summary={t('colleagues.title')} look="line" className="mt-4">
        <Colleagues names={contacts} link={link} />
      </Disclosure>
    </DayFrame>
  )
})
