import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { Article } from '@/app/[locale]/article'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { State } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { findOwed } from '@/lib/recap/queries/owed'
import { findRecap, hasBegun } from '@/lib/recap/queries/recap'
import { composeRecap } from '@/lib/recap/rules/compose'
import { recapMarkdown } from '@/lib/recap/rules/markdown'
import { unsentOf } from '@/lib/recap/rules/owed'
import { leftUnthanked } from '@/lib/recap/rules/unthanked'
import { instantText } from '@/lib/values/when'
import { isLocale, type Locale } from '@/lib/words/load'
import { completeRecap, publishRecap, reopenRecap, unpublishRecap } from './actions'
import { Unthanked } from './unthanked'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recap'))('title') }
}

export default organizerPage({ may: 'recap.edit' }, async ({ scope, locale, search }) => {
  const t = await getTranslations('recap')
  const [data, begun, { owed }] = await Promise.all([findRecap(scope), hasBegun(scope), findOwed(scope)])
  const told: Locale = isLocale(search.in) ? search.in : locale
  const article = composeRecap(data, told)
  const markdown = recapMarkdown(article, told)
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  const live = data.written?.publishedAt != null
  const unsent = unsentOf(owed).map(({ name }) => name)
  const found = leftUnthanked(data, told, markdown, unsent)
  const complete = data.written?.completedAt != null && found.length === 0
  return (
    <EventFrame scope={scope} part="recap">
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        action={<ButtonLink href={`${base}/recap/edit`}>{t('page.edit')}</ButtonLink>}
      />
      {!begun && (
        <p className="mb-6 border-l-4 border-pigment py-1 pl-3">
          {t('page.notPast', {
            when: instantText(new Date(data.event.startsAt), data.event.timeZone, locale),
          })}
        </p>
      )}
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="lg:col-start-2 lg:row-start-1">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-rule py-3">
            <State tone={live ? 'good' : 'quiet'}>{live ? t('page.live') : t('page.draft')}</State>
            {(begun || live) && (
              <ActionButton
                action={live ? unpublishRecap : publishRecap}
                look={live ? 'quiet' : 'line'}
                hidden={{ event: scope.eventId }}
              >
                {live ? t('page.unpublish') : t('page.publish')}
              </ActionButton>
            )}
            {live && (
              <a
                href={`/${locale}/${scope.seriesSlug}/${scope.eventSlug}/recap`}
                className="inline-flex min-h-11 items-center"
              >
                {t('page.view')}
              </a>
            )}
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3">
            {complete && <State tone="good">{t('page.isComplete')}</State>}
            {(begun || complete) && (
              <ActionButton
                action={complete ? reopenRecap : completeRecap}
                look={complete ? 'quiet' : 'line'}
                hidden={{ event: scope.eventId }}
              >
                {complete ? t('page.reopen') : t('page.complete')}
              </ActionButton>
            )}
            <a href={`${base}/recap/thanks`} className="inline-flex min-h-11 items-center">
              {t('page.thanks')}
            </a>
          </div>
          {begun && <Unthanked found={found} base={base} />}
          <Section id="copy" title={t('page.copyTitle')}>
            <p className="mb-3 text-muted">{t('page.copyLead')}</p>
            <div className="flex flex-wrap gap-2">
              <CopyButton text={markdown} done={t('page.copied')} look="ink">
                {t('page.copy')}
              </CopyButton>
              <ButtonLink look="line" href={`${base}/recap/markdown?in=${told}`} download>
                {t('page.download')}
              </ButtonLink>
            </div>
            <textarea
              readOnly
              rows={6}
              value={markdown}
              aria-label={t('page.textLabel')}
              className="mt-3 w-full rounded-md border border-input bg-card p-3 text-base"
            />
          </Section>
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <p className="mb-6 flex flex-wrap items-center gap-x-4 border-y border-rule text-sm">
            <span className="text-muted">{t('page.previewIn')}</span>
            {(['zh', 'en'] as const).map((language) => (
              <a
                key={language}
                href={`${base}/recap?in=${language}`}
                aria-current={language === told ? 'true' : undefined}
                className={`inline-flex min-h-11 items-center ${language === told ? 'font-bold no-underline' : ''}`}
              >
                {t(`page.${language}`)}
              </a>
            ))}
          </p>
          <Article article={article} locale={told} as="h2" />
        </div>
      </div>
    </EventFrame>
  )
})
