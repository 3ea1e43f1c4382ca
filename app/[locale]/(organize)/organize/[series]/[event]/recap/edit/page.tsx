import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { findRecap } from '@/lib/recap/queries/recap'
import { saveRecap } from '../actions'
import { TalkNote } from './talk-note'
import { WrittenFields } from './written-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recap'))('editor.title') }
}

export default organizerPage({ may: 'recap.edit' }, async ({ scope, locale }) => {
  const t = await getTranslations('recap.editor')
  const data = await findRecap(scope)
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  const talks = data.talks.filter(({ kind }) => kind === 'talk' || kind === 'panel')
  const back = (
    <ButtonLink look="quiet" href={`${base}/recap`}>
      {t('back')}
    </ButtonLink>
  )
  return (
    <EventFrame scope={scope} part="recap">
      <PageHeading title={t('title')} lead={t('lead')} action={back} />
      <div className="max-w-3xl">
        <Section id="talks" title={t('talks')}>
          {talks.length === 0 ? (
            <Empty
              action={
                <ButtonLink look="line" href={`${base}/program`}>
                  {t('toProgram')}
                </ButtonLink>
              }
            >
              {t('noTalks')}
            </Empty>
          ) : (
            <>
              <p className="mb-3 text-muted">{t('talksLead')}</p>
              <ol className="border-t border-rule">
                {talks.map((talk, index) => (
                  <TalkNote key={talk.id} talk={talk} number={index + 1} within={{ event: scope.eventId, locale }} />
                ))}
              </ol>
            </>
          )}
        </Section>
        <Section id="text" title={t('textTitle')}>
          <ActionForm
            action={saveRecap}
            hidden={{ event: scope.eventId, version: data.written?.version ?? 0 }}
            submit={t('save')}
            aside={back}
          >
            <WrittenFields data={data} locale={locale} />
          </ActionForm>
        </Section>
      </div>
    </EventFrame>
  )
})
