import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { findStop } from '@/app/[locale]/(public)/load'
import { ActionForm } from '@/components/form/action-form'
import { findBallot } from '@/lib/draws/queries/ballot'
import { findDrawables } from '@/lib/draws/queries/sessions'
import type { SessionView } from '@/lib/draws/queries/view'
import type { EventScope } from '@/lib/people/scope'
import { lockHat } from './actions'
import { WhenDue } from './when-due'

/** Around the one thing to do now: larger than anything else on the page. */
export function Big({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-l-8 border-pigment pl-4 sm:pl-6">
      <div>
        <h2 className="text-xl font-bold">{title}</h2>
        {lead && <p className="mt-1 max-w-prose text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  )
}

/** Who goes into the hat; from then on nobody can change it. */
export async function LockForm({ view, scope }: { view: SessionView; scope: EventScope<'stage.run'> }) {
  const t = await getTranslations('draws.lock')
  if (view.kind === 'seats') return <LockBallot view={view} scope={scope} />
  const { confirmed, inside } = await findDrawables(scope)
  const choices = [
    ['checked-in', t('checkedIn', { count: inside })],
    ['confirmed', t('confirmed', { count: confirmed })],
  ] as const
  const hidden = { event: scope.eventId, session: view.id, head: view.head }
  return (
    <Big title={t('title')} lead={t('lead')}>
      {!view.rehearsal && (await isEarly(scope)) && <p className="font-medium text-bad">{t('early')}</p>}
      <ActionForm
        key={view.head}
        action={lockHat}
        hidden={view.rehearsal ? { ...hidden, who: 'confirmed' } : hidden}
        submit={t('submit')}
      >
        {view.rehearsal ? (
          <p>{t('rehearsal')}</p>
        ) : (
          <fieldset className="flex flex-col">
            <legend className="font-medium">{t('who')}</legend>
            {choices.map(([value, words]) => (
              <label key={value} className="flex min-h-11 items-center gap-3">
                <input
                  type="radio"
                  name="who"
                  value={value}
                  defaultChecked={value === (inside > 0 ? 'checked-in' : 'confirmed')}
                  className="size-5 accent-ink"
                />
                {words}
              </label>
            ))}
          </fieldset>
        )}
      </ActionForm>
    </Big>
  )
}

async function isEarly({ seriesSlug, eventSlug }: EventScope<'stage.run'>): Promise<boolean> {
  const found = await findStop(seriesSlug, eventSlug)
  return found !== null && 'stop' in found && new Date(found.stop.startsAt) > new Date()
}

/** Everybody who entered the ballot goes into the hat; there is nothing to choose, and nothing to do before the end. */
async function LockBallot({ view, scope }: { view: SessionView; scope: EventScope<'stage.run'> }) {
  const t = await getTranslations('ballot')
  const ballot = await findBallot(scope)
  if (ballot?.open) {
    return (
      <Big title={t('openTitle')} lead={t('openLead')}>
        <WhenDue inMs={ballot.endsAt.getTime() - Date.now()} />
      </Big>
    )
  }
  const hidden = { event: scope.eventId, session: view.id, head: view.head, who: 'confirmed' }
  const submit = (await getTranslations('draws.lock'))('submit')
  return (
    <Big title={submit} lead={t('lockLead', { count: ballot?.entries ?? 0 })}>
      <ActionForm key={view.head} action={lockHat} hidden={hidden} submit={submit} />
    </Big>
  )
}
