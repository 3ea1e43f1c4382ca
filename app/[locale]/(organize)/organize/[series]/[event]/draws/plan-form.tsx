import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, Tick } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/facts'
import { findDrawables } from '@/lib/draws/queries/sessions'
import type { SessionView } from '@/lib/draws/queries/view'
import { presets, proposedOrder } from '@/lib/draws/rules/plan'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage, languageOf } from '@/lib/values/language'
import { publishPlan } from './actions'

type Props = {
  scope: EventScope<'stage.run'>
  rehearsal: boolean
  locale: string
  /** The rules that stand now, which publishing again replaces. */
  standing: SessionView | null
}

/** The rules: which prizes in which order, where the randomness comes from, one each or not. */
export async function PlanForm({ scope, rehearsal, locale, standing }: Props) {
  const t = await getTranslations('draws.plan')
  const prizes = asItStands(proposedOrder((await findDrawables(scope)).prizes), standing)
  if (prizes.length === 0) return <NothingToDraw scope={scope} locale={locale} />
  const submit = t(rehearsal ? 'submitRehearsal' : standing ? 'again' : 'submit')
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">{t('lead')}</p>
      <ActionForm
        key={standing?.head}
        action={publishPlan}
        hidden={{ event: scope.eventId, ...(rehearsal ? { rehearsal: 'on' } : {}) }}
        submit={submit}
        look={standing ? 'line' : 'ink'}
      >
        <ol className="border-t border-rule">
          {prizes.map(({ turn, source, ...prize }) => (
            <li key={prize.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2">
              <input type="hidden" name="prize" value={prize.id} />
              <input
                name="place"
                inputMode="numeric"
                defaultValue={turn ?? ''}
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
                  {turn === null && ` · ${t('notIn')}`}
                </span>
              </span>
              <select
                name="source"
                defaultValue={source}
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
          defaultValue={standing?.draws[0]?.preset ?? 'room'}
          options={presets.map((preset) => [preset, t(preset)] as const)}
        />
        <Choice
          name="wait"
          label={t('wait')}
          defaultValue={String(standing?.wait ?? 120)}
          options={(['0', '60', '120', '180', '300'] as const).map((wait) => [wait, t(`wait${wait}`)] as const)}
        />
        <Choice
          name="unclaimed"
          label={t('unclaimed')}
          defaultValue={standing?.unclaimed ?? 'again'}
          options={[
            ['again', t('unclaimedAgain')],
            ['donor', t('unclaimedDonor')],
          ]}
        />
        {!rehearsal && (
          <Choice
            name="weigh"
            label={t('weigh')}
            defaultValue={standing?.weigh ?? 'equal'}
            options={[
              ['equal', t('weighEqual')],
              ['stops', t('weighStops')],
            ]}
          />
        )}
        <Tick name="oneEach" label={t('oneEach')} defaultChecked={standing?.oneEach ?? true} />
      </ActionForm>
      <p className="mt-4 max-w-prose text-sm text-muted">{t('edition')}</p>
    </>
  )
}

type Named = { title: string; sponsor: string }

/** The prizes with their place and randomness in the rules that stand; those which are not in them come last, without a place. */
function asItStands<T extends Named>(prizes: readonly T[], standing: SessionView | null) {
  const draws = standing?.draws ?? []
  const taken = new Set<number>()
  const found = prizes.map((prize, proposed) => {
    const at = draws.findIndex(
      ({ title, sponsor }, index) => !taken.has(index) && title === prize.title && sponsor === prize.sponsor,
    )
    taken.add(at)
    const preset = draws[at]?.preset
    const source = preset && preset !== draws[0]?.preset ? preset : ''
    const turn = standing ? (at < 0 ? null : at + 1) : proposed + 1
    return { ...prize, turn, source }
  })
  return found.sort((a, b) => (a.turn ?? prizes.length + 1) - (b.turn ?? prizes.length + 1))
}

async function NothingToDraw({ scope, locale }: Pick<Props, 'scope' | 'locale'>) {
  const t = await getTranslations('draws.plan')
  const gifts = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/new`
  const may = mayOnEvent(scope.role, 'sponsors.edit')
  return <Empty action={may && <ButtonLink href={gifts}>{t('enter')}</ButtonLink>}>{t('none')}</Empty>
}
