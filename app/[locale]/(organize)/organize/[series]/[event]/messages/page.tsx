import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { PageHeading } from '@/components/ui/heading'
import { countMessages, listMessages, mailLeavesByItself } from '@/lib/messages/queries'
import { isMessageTab, messageTabs } from '@/lib/messages/schema'
import { mayOnEvent } from '@/lib/people/roles'
import { isUuid } from '@/lib/values/uuid'
import { organizerPage } from '@/lib/web/page'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { Tabs } from '../tabs'
import { MessageItem } from './message-item'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'messages')('title') }
}

export default organizerPage({ may: 'messages.view' }, async ({ scope, locale, search }) => {
  const tab = isMessageTab(search.tab) ? search.tab : 'all'
  const before = isUuid(search.before) ? search.before : undefined
  const [{ rows, next }, counts] = await Promise.all([listMessages(scope, tab, before), countMessages(scope)])
  const t = words(locale, 'messages')
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/messages`
  const addressOf = (name: string, cursor?: string) => {
    const query = new URLSearchParams({
      ...(name === 'all' ? {} : { tab: name }),
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
      />
      <Tabs
        label={t('tabsLabel')}
        tabs={messageTabs.map((name) => ({
          words: t(`tabs.${name}`),
          count: counts[name],
          href: addressOf(name),
          here: name === tab,
        }))}
      />
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
