import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeading, Section } from '@/components/ui/heading'
import { countAudience, countAudiences, findMailing, listMailings } from '@/lib/messages/queries/mailings'
import { type Locale, languageTag, words } from '@/lib/words/load'
import { EventFrame } from '../../../../../frame'
import { rewrite } from '../actions'
import { LetterFields } from '../letter-fields'
import { MailingRow } from '../mailing-row'
import { LetGo } from './let-go'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'messages')('mailing.previewTitle') }
}

/** One letter to a group: its words as they will be read, to how many, then a test, then the button. */
export default organizerPage({ may: 'messages.send' }, async ({ scope, locale, params }) => {
  const t = words(locale, 'messages')
  const mailing = (await findMailing(scope, params.mailing ?? '')) ?? notFound()
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/messages`
  const listed = (await listMailings(scope)).find(({ id }) => id === mailing.id)
  const audience = t(`mailing.audiences.${mailing.audience}`)
  return (
    <EventFrame scope={scope} part="messages">
      <PageHeading
        title={mailing.releasedAt ? mailing.subject : t('mailing.previewTitle')}
        lead={t('mailing.to', { audience })}
        action={
          <a href={base} className="inline-flex min-h-11 items-center">
            {t('mailing.back')}
          </a>
        }
      />
      <div className="grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-2">
        <Section title={t('mailing.preview')} id="preview">
          <Previews previews={mailing.previews} locale={locale} />
        </Section>
        {mailing.releasedAt && listed ? (
          <ul className="self-start border-t border-rule">
            <MailingRow
              mailing={listed}
              base={base}
              eventId={scope.eventId}
              timeZone={scope.timeZone}
              locale={locale}
            />
          </ul>
        ) : (
          <div>
            <LetGo
              scope={scope}
              mailing={mailing}
              count={await countAudience(scope, mailing.audience)}
              locale={locale}
            />
            <Disclosure summary={t('mailing.edit')} className="mt-8 border-t border-rule pt-2">
              <ActionForm
                action={rewrite}
                hidden={{ event: scope.eventId, id: mailing.id, version: mailing.version }}
                submit={t('mailing.save')}
              >
                <LetterFields counts={await countAudiences(scope)} letter={mailing} locale={locale} />
              </ActionForm>
            </Disclosure>
          </div>
        )}
      </div>
    </EventFrame>
  )
})

type Preview = { locale: string; subject: string; text: string }

function Previews({ previews, locale }: { previews: Preview[]; locale: Locale }) {
  const t = words(locale, 'messages')
  return (
    <div className="flex flex-col gap-6">
      {previews.map((preview) => (
        <article
          key={preview.locale}
          lang={languageTag[preview.locale as Locale]}
          className="border-t-4 border-ink bg-card p-5"
        >
          <p className="text-sm text-muted">{t(`mailing.${preview.locale as Locale}`)}</p>
          <h3 className="mt-1 text-lg font-bold">{preview.subject}</h3>
          <p className="mt-3 whitespace-pre-wrap break-words">{preview.text}</p>
        </article>
      ))}
    </div>
  )
}
