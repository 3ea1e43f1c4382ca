import Link from 'next/link'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { Empty } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import { findBallot } from '@/lib/draws/queries/ballot'
import { presets } from '@/lib/draws/rules/plan'
import type { EventScope } from '@/lib/people/scope'
import { instantText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { publishBallot } from './actions'

type Props = { scope: EventScope<'stage.run'>; locale: Locale; again: boolean }

/** When seats go by lot: publish the rules now, lock when the window is over, then throw in public. */
export async function BallotForm({ scope, locale, again }: Props) {
  const t = words(locale, 'ballot')
  const plan = words(locale, 'draws')
  const ballot = await findBallot(scope)
  if (!ballot) {
    return (
      <Empty>
        {t('none')}{' '}
        <Link href={`/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/registration`} className="underline">
          {t('settings')}
        </Link>
      </Empty>
    )
  }
  const { open, entries: count, seats } = ballot
  const at = instantText(ballot.endsAt, scope.timeZone, locale)
  return (
    <Section title={t('title')} id="ballot">
      <p className="mb-2 max-w-prose">{t('lead')}</p>
      <p className="mb-4 font-medium">{t(open ? 'until' : 'over', { at, count, seats })}</p>
      <ActionForm
        action={publishBallot}
        hidden={{ event: scope.eventId }}
        submit={t(again ? 'again' : 'submit')}
        look={again ? 'line' : 'ink'}
      >
        <Choice
          name="preset"
          label={plan('plan.preset')}
          hint={plan('plan.presetHint')}
          defaultValue="beacon"
          options={presets.map((preset) => [preset, plan(`plan.${preset}`)] as const)}
        />
      </ActionForm>
    </Section>
  )
}
