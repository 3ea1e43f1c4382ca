import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { listMailings } from '@/lib/messages/queries/mailings'
import { countMessages, listMessages, mailLeavesByItself } from '@/lib/messages/queries/outbox'
import { isMessageTab, messageTabs } from '@/lib/messages/schema'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { isUuid } from '@/lib/values/uuid'
import { type Locale, words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { Tabs } from '../tabs'
import { MailingRow } from './mailing-row'
import { MessageItem } from './message-item'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'messages')('title') }
}

export default organizerPage({ may: 'messages.view' }, async ({ scope, locale, search }) => {
  const tab = isMessageTab(search.tab) ? search.tab : 'all'
  const before = isUuid(search.before) ? search.before : undefined
  const mailing = isUuid(search.mailing) ? search.mailing : undefined
  const [{ rows, next }, counts] = await Promise.all([listMessages(scope, tab, before, mailing), countMessages(scope)])
  const t = words(locale, 'messages')
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/messages`
  const addressOf = (name: string, cursor?: string) => {
    const query = new URLSearchParams({
      ...(name === 'all' ? {} : { tab: name }),
      ...(mailing ? { mailing } : {}),
      ...(cursor ? { before: cursor } : {}),
    })
    return query.size > 0 ? `${base}?${query}` : base
  }
  const reads = mayOnEvent(scope.role, 'guests.view')
  return (
    <EventFrame scope={scope} part="messages">
      <PageHeading
        title={t('title')}
        lead={reads ? t(mailLeavesByItself(scope) ? 'leadAuto' : 'leadHand') : t('masked')}
        action={
          mayOnEvent(scope.role, 'messages.send') && <ButtonLink href={`${base}/new`}>{t('mailing.write')}</ButtonLink>
        }
      />
      <Letters scope={scope} base={base} locale={locale} />
      <div id="outbox">
        {mailing ? (
          <p className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule">
            <span className="font-medium">{t('mailing.only')}</span>
            <a href={base} className="inline-flex min-h-11 items-center">
              {t('mailing.all')}
            </a>
          </p>
        ) : (
          <Tabs
            label={t('tabsLabel')}
            tabs={messageTabs.map((name) => ({
              words: t(`tabs.${name}`),
              count: counts[name],
              href: addressOf(name),
              here: name === tab,
            }))}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <Empty>{t(counts.all === 0 ? 'empty' : 'emptyTab')}</Empty>
      ) : (
        <ul>
          {rows.map((row) => (
            <MessageItem key={row.id} row={row} eventId={scope.eventId} timeZone={scope.timeZone} locale={locale} />
          ))}
        </ul>
      )}
      <nav className="mt-4 flex flex-wrap gap-3">
        {next && (
          <ButtonLink look="line" href={addressOf(tab, next)}>
            {t('next')}
          </ButtonLink>
        )}
        {before && (
          <ButtonLink look="quiet" href={addressOf(tab)}>
            {t('first')}
          </ButtonLink>
        )}
      </nav>
    </EventFrame>
  )
})

/** What was written to groups, above the single messages. */
async function Letters({ scope, base, locale }: { scope: EventScope<'messages.view'>; base: string; locale: Locale }) {
  const mailings = await listMailings(scope)
  if (mailings.length === 0) return null
  const sends = mayOnEvent(scope.role, 'messages.send')
  return (
    <div className="mb-10">
      <Section title={words(locale, 'messages')('mailing.title')} id="letters">
        <ul className="border-t border-rule">
          {mailings.map((mailing) => (
            <MailingRow
              key={mailing.id}
              mailing={mailing}
              base={base}
              eventId={scope.eventId}
              timeZone={scope.timeZone}
              locale={locale}
              sends={sends}
            />
          ))}
        </ul>
      </Section>
    </div>
  )
}
