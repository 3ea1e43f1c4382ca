import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { PageHeading } from '@/components/ui/heading'
import { countAudiences } from '@/lib/messages/queries/mailings'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../../frame'
import { write } from '../actions'
import { LetterFields } from '../letter-fields'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'messages')('mailing.newTitle') }
}

export default organizerPage({ may: 'messages.send' }, async ({ scope, locale }) => {
  const t = words(locale, 'messages')
  return (
    <EventFrame scope={scope} part="messages">
      <PageHeading title={t('mailing.newTitle')} lead={t('mailing.lead')} />
      <ActionForm action={write} hidden={{ event: scope.eventId }} submit={t('mailing.save')} className="max-w-2xl">
        <LetterFields counts={await countAudiences(scope)} locale={locale} />
      </ActionForm>
    </EventFrame>
  )
})
