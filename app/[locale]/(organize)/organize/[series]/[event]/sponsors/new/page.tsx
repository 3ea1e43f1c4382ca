import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { OrganizerGiftFields } from '@/app/[locale]/gift-fields'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/heading'
import { listSponsors } from '@/lib/sponsors/queries/gifts'
import { listNeedTitles } from '@/lib/sponsors/queries/ledger'
import { namesLine } from '@/lib/sponsors/rules/ledger'
import { addGift } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sponsors'))('form.addTitle') }
}

export default organizerPage({ may: 'sponsors.edit' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('sponsors')
  const [sponsors, needs] = await Promise.all([listSponsors(scope), listNeedTitles(scope)])
  const from = sponsors.find(({ id }) => id === search.from)
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors`
  return (
    <EventFrame scope={scope} part="sponsors">
      <PageHeading title={t('form.addTitle')} lead={t('form.addLead')} />
      <div className="max-w-3xl">
        <ActionForm
          action={addGift}
          hidden={{ event: scope.eventId }}
          submit={t('form.add')}
          aside={
            <ButtonLink look="quiet" href={base}>
              {t('form.back')}
            </ButtonLink>
          }
        >
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="sponsorName"
              label={t('fields.sponsor')}
              hint={t('fields.sponsorHint')}
              required
              maxLength={80}
              list="known-sponsors"
              autoComplete="off"
              enterKeyHint="next"
              defaultValue={from?.name}
            />
            <datalist id="known-sponsors">
              {sponsors.map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
            </datalist>
            <Choice
              name="status"
              label={t('fields.status')}
              required
              defaultValue="pledged"
              options={(['draft', 'asked', 'pledged', 'received'] as const).map((status) => [
                status,
                t(`status.${status}`),
              ])}
            />
          </div>
          <OrganizerGiftFields
            known={from?.contacts.map(({ name }) => name)}
            thanks={from && namesLine(from.contacts.slice(0, 1).map(({ name }) => name))}
            needs={needs}
            need={search.need}
          />
        </ActionForm>
      </div>
    </EventFrame>
  )
})
