import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { findSponsor } from '@/lib/sponsors/queries/gifts'
import { isPublic } from '@/lib/sponsors/rules/ledger'
import { isId } from '@/lib/values/fields'
import { inLanguage } from '@/lib/values/language'
import { addContact, editSponsor, removeSponsor, restoreSponsor } from '../actions'
import { ContactFields } from '../contact-fields'
import { SponsorFields } from '../sponsor-fields'
import { ContactRow } from './contact-row'
import { GivenRow } from './given-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('giver.title') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, params }) => {
  const t = await getTranslations('sponsors')
  const reports = await getTranslations('reports')
  const sponsor = (isId(params.sponsor) ? await findSponsor(scope, params.sponsor) : null) ?? notFound()
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  const event = scope.eventId
  return (
    <EventFrame scope={scope} part="sponsors">
      <PageHeading
        title={inLanguage(locale, sponsor.name, sponsor.nameEn)}
        lead={inLanguage(locale, sponsor.blurb, sponsor.blurbEn)}
        action={
          <div className="flex flex-wrap gap-2">
            {sponsor.gifts.some((gift) => gift.event.id === event && isPublic(gift.status)) && (
              <ButtonLink look="line" href={`${base}/givers/${sponsor.id}/report`}>
                {reports('open')}
              </ButtonLink>
            )}
            <ButtonLink href={`${base}/new?from=${sponsor.id}`}>{t('giver.giftFrom')}</ButtonLink>
          </div>
        }
      />
      <Section id="contacts" title={t('contacts.title')}>
        <p className="mb-3 text-muted">{sponsor.contacts.length > 0 ? t('contacts.lead') : t('contacts.empty')}</p>
        {sponsor.contacts.length > 0 && (
          <Rows>
            {sponsor.contacts.map((contact) => (
              <ContactRow
                key={contact.id}
                contact={contact}
                event={event}
                timeZone={scope.timeZone}
                history={sponsor.gifts
                  .filter(({ thanks, status }) => status === 'thanked' && thanks.includes(contact.name))
                  .map(({ title, titleEn, event: stop }) =>
                    t('contacts.gave', {
                      title: inLanguage(locale, title, titleEn),
                      city: inLanguage(locale, stop.city, stop.cityEn),
                    }),
                  )}
              />
            ))}
          </Rows>
        )}
        <Disclosure summary={t('contacts.add')} look="line" open={sponsor.contacts.length === 0} className="mt-4">
          <div className="max-w-3xl">
            <ActionForm action={addContact} hidden={{ event, sponsorId: sponsor.id }} submit={t('contacts.add')} again>
              <ContactFields />
            </ActionForm>
          </div>
        </Disclosure>
      </Section>
      <Section id="given" title={t('giver.history')}>
        {sponsor.gifts.length === 0 ? (
          <p className="text-muted">{t('giver.noHistory')}</p>
        ) : (
          <Rows>
            {sponsor.gifts.map((gift) => (
              <GivenRow key={gift.id} gift={gift} within={{ event, base, locale }} />
            ))}
          </Rows>
        )}
      </Section>
      <Section id="about" title={t('giver.edit')}>
        <div className="max-w-3xl">
          <ActionForm
            action={editSponsor}
            hidden={{ event, id: sponsor.id, version: sponsor.version }}
            submit={t('form.save')}
            aside={
              <ButtonLink look="quiet" href={base}>
                {t('form.back')}
              </ButtonLink>
            }
          >
            <SponsorFields sponsor={sponsor} />
          </ActionForm>
        </div>
        <div className="mt-10">
          <ActionButton
            action={removeSponsor}
            undo={restoreSponsor}
            look="bad"
            hidden={{ event, id: sponsor.id }}
            label={t('giver.remove')}
          >
            {t('giver.remove')}
          </ActionButton>
        </div>
      </Section>
    </EventFrame>
  )
})
