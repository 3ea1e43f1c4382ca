import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventFrame } from '@/app/[locale]/(organize)/frame'
import { LiveRefresh } from '@/app/[locale]/live-refresh'
import { classes } from '@/components/ui/classes'
import { PageHeading, Section } from '@/components/ui/heading'
import { topics } from '@/lib/draws/queries/live'
import { findBallotSession, findSession } from '@/lib/draws/queries/sessions'
import { markFor } from '@/lib/web/live/rooms'
import { words } from '@/lib/words/load'
import { BallotForm } from './ballot-form'
import { HostWords } from './host-words'
import { NowStep, Over } from './now-step'
import { PlanForm } from './plan-form'
import { PresenterKeys } from './presenter-keys'
import { PrizeList } from './prize-list'
import { SessionFoot } from './session-foot'
import { StepLine } from './step-line'

/** The prizes for real, their rehearsal, and the ballot for seats. */
const tabs = ['real', 'rehearsal', 'ballot'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('draws'))('title') }
}

/** The host's console: one thing to do at a time, on a phone or a laptop, on as many of them as one likes. */
export default organizerPage({ may: 'stage.run' }, async ({ scope, locale, search }) => {
  const tab = tabs.find((one) => search[one] === '1') ?? 'real'
  const rehearsal = tab === 'rehearsal'
  const t = await getTranslations('draws')
  const mark = await markFor(scope.eventId, topics)
  const view = await (tab === 'ballot' ? findBallotSession(scope) : findSession(scope, rehearsal))
  const step = view?.step.step ?? 'closed'
  const offline = [t('offline'), ...(step === 'closed' ? [] : [t(`offlineAt.${step}`)])].join(' ')
  const names = { real: t('tabs.real'), rehearsal: t('tabs.rehearsal'), ballot: words(locale, 'ballot')('tab') }
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/draws`
  const running = view && !view.closed ? view : null
  const drawn = tab === 'ballot' ? view?.draws.find(({ result }) => result) : undefined
  return (
    <EventFrame scope={scope} part="draws">
      <PageHeading title={t('title')} lead={t('lead')} />
      <LiveRefresh at={`/api/live/console/${scope.eventId}`} mark={mark} offline={offline} />
      <nav aria-label={t('tabs.label')} className="mb-6 flex flex-wrap gap-x-1 border-b border-rule">
        {tabs.map((one) => (
          <a
            key={one}
            href={one === 'real' ? base : `${base}?${one}=1`}
            aria-current={one === tab ? 'page' : undefined}
            className={classes(
              'inline-flex min-h-11 items-center border-b-[3px] px-3 no-underline',
              one === tab ? 'border-pigment font-bold' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {names[one]}
          </a>
        ))}
      </nav>
      {rehearsal && (
        <p className="mb-6 border-y-4 border-dashed border-bad py-2 text-center font-bold text-bad">
          {t('rehearsalMark')}
        </p>
      )}
      {running && (
        <>
          <StepLine view={running} />
          <div data-main={['arm', 'reveal'].includes(running.step.step) ? '' : undefined}>
            <NowStep view={running} scope={scope} locale={locale} />
          </div>
          <PresenterKeys />
        </>
      )}
      {tab === 'real' && view?.closed && <Over view={view} scope={scope} locale={locale} />}
      {tab === 'real' && view && <HostWords scope={scope} locale={locale} />}
      {drawn && (
        <p className="mb-6 border-l-8 border-good py-2 pl-4 text-lg font-bold">
          {words(locale, 'ballot')('done', { seats: drawn.units, count: view?.lock?.count ?? 0 })}
        </p>
      )}
      {view && <PrizeList view={view} locale={locale} />}
      {view && <SessionFoot view={view} scope={scope} locale={locale} />}
      {!running?.lock && tab === 'ballot' && !drawn && (
        <BallotForm scope={scope} locale={locale} again={Boolean(running)} />
      )}
      {!running?.lock && tab !== 'ballot' && (
        <Section title={t('plan.title')} id="plan">
          <PlanForm scope={scope} rehearsal={rehearsal} locale={locale} standing={running} />
        </Section>
      )}
      {tab === 'real' && !view && <HostWords scope={scope} locale={locale} />}
    </EventFrame>
  )
})
