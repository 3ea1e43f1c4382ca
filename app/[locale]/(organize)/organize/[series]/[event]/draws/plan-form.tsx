import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, Tick } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { findDrawables } from '@/lib/draws/queries/sessions'
import { presets, proposedOrder } from '@/lib/draws/rules/plan'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage, languageOf } from '@/lib/values/language'
import { publishPlan } from './actions'

type Props = { scope: EventScope<'stage.run'>; rehearsal: boolean; locale: string; again: boolean }

/** The rules: which prizes in which order, where the randomness comes from, one each or not. */
export async function PlanForm({ scope, rehearsal, locale, again }: Props) {
  const t = await getTranslations('draws.plan')
  const prizes = proposedOrder((await findDrawables(scope)).prizes)
  if (prizes.length === 0) return <NothingToDraw scope={scope} locale={locale} />
  const submit = t(rehearsal ? 'submitRehearsal' : again ? 'again' : 'submit')
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">{t('lead')}</p>
      <ActionForm
        action={publishPlan}
        hidden={{ event: scope.eventId, ...(rehearsal ? { rehearsal: 'on' } : {}) }}
        submit={submit}
        look={again ? 'line' : 'ink'}
      >
        <ol className="border-t border-rule">
          {prizes.map((prize, index) => (
            <li key={prize.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2">
              <input type="hidden" name="prize" value={prize.id} />
              <input
                name="place"
                inputMode="numeric"
                defaultValue={index + 1}
                maxLength={4}
                aria-label={t('placeFor', { title: inLanguage(locale, prize.title, prize.titleEn) })}
                className="min-h-11 w-16 rounded-md border border-input bg-card text-center text-base tabular-nums"
              />
              <span className="min-w-0 flex-1 basis-40">
                <span className="font-medium" lang={languageOf(locale, prize.title, prize.titleEn)}>
                  {inLanguage(locale, prize.title, prize.titleEn)}
                </span>
                <span className="block text-sm text-muted">
                  {inLanguage(locale, prize.sponsor, prize.sponsorEn)} · {t('units', { count: prize.units })}
                </span>
              </span>
              <select
                name="source"
                defaultValue=""
                aria-label={t('source', { title: inLanguage(locale, prize.title, prize.titleEn) })}
                className="min-h-11 min-w-0 max-w-full rounded-md border border-input bg-card px-2 text-base max-sm:ml-20"
              >
                <option value="">{t('asAll')}</option>
                {presets.map((preset) => (
                  <option key={preset} value={preset}>
                    {t(preset)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ol>
        <Choice
          name="preset"
          label={t('preset')}
          hint={t('presetHint')}
          defaultValue="room"
          options={presets.map((preset) => [preset, t(preset)] as const)}
        />
        <Choice
          name="wait"
          label={t('wait')}
          defaultValue="120"
          options={(['0', '60', '120', '180', '300'] as const).map((wait) => [wait, t(`wait${wait}`)] as const)}
        />
        <Choice
          name="unclaimed"
          label={t('unclaimed')}
          defaultValue="again"
          options={[
            ['again', t('unclaimedAgain')],
            ['donor', t('unclaimedDonor')],
          ]}
        />
        {!rehearsal && (
          <Choice
            name="weigh"
            label={t('weigh')}
            defaultValue="equal"
            options={[
              ['equal', t('weighEqual')],
              ['stops', t('weighStops')],
            ]}
          />
        )}
        <Tick name="oneEach" label={t('oneEach')} defaultChecked />
      </ActionForm>
      <p className="mt-4 max-w-prose text-sm text-muted">{t('edition')}</p>
    </>
  )
}

async function NothingToDraw({ scope, locale }: Pick<Props, 'scope' | 'locale'>) {
  const t = await getTranslations('draws.plan')
  const gifts = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/new`
  const may = mayOnEvent(scope.role, 'sponsors.edit')
  return <Empty action={may && <ButtonLink href={gifts}>{t('enter')}</ButtonLink>}>{t('none')}</Empty>
}
