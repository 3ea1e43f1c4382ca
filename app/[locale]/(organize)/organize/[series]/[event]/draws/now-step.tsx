import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { config } from '@/lib/config'
import type { SessionView } from '@/lib/draws/queries/view'
import { quicknet } from '@/lib/draws/rules/beacon'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { secondText } from '@/lib/values/when'
import { armDraws, enterThrow, revealDraw, voidDraw } from './actions'
import { Called } from './called'
import { Big, LockForm } from './lock-form'
import { padWords } from './pad-words'
import { ThrowPad } from './throw-pad'

type Props = { view: SessionView; scope: EventScope<'stage.run'>; locale: string }
const hiddenOf = ({ view, scope }: Props) => ({ event: scope.eventId, session: view.id, head: view.head })

/** The one thing to do now. */
export async function NowStep(props: Props) {
  const { step } = props.view
  if (step.step === 'lock') return <LockForm {...props} />
  if (step.step === 'arm') return <Arm {...props} />
  if (step.step === 'throw') return <Throw {...props} />
  if (step.step === 'reveal') return <Reveal {...props} />
  if (step.step === 'claim') return <Called {...props} result={step.result} />
  return step.step === 'close' && props.view.kind === 'prizes' ? <AllDrawn {...props} /> : null
}

/** Nothing is left to draw: the prizes go to their winners, and the draw can be closed. */
async function AllDrawn({ scope, locale }: Props) {
  const t = await getTranslations('draws.close')
  return (
    <Big title={t('allTitle')} lead={t('allLead')}>
      <ToHandOver scope={scope} locale={locale} />
    </Big>
  )
}

/** The draw is closed; what is left to do. */
export async function Over({ view, scope, locale }: Props) {
  const t = await getTranslations('draws.close')
  const count = view.draws.flatMap(({ people }) => people).filter(({ status }) => status === 'claimed').length
  return (
    <div className="mb-8">
      <Big title={t('overTitle')} lead={t('overLead', { count })}>
        <ToHandOver scope={scope} locale={locale} />
      </Big>
    </div>
  )
}

async function ToHandOver({ scope, locale }: Pick<Props, 'scope' | 'locale'>) {
  if (!mayOnEvent(scope.role, 'checkin.run')) return null
  const t = await getTranslations('draws.close')
  return (
    <ButtonLink href={`/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/prizes`} className="self-start">
      {t('toHandOver')}
    </ButtonLink>
  )
}

async function Arm(props: Props) {
  const { view, locale } = props
  const t = await getTranslations('draws.arm')
  const left = view.draws.filter(({ state }) => state === 'left')
  const [next] = left
  if (!next) return null
  return (
    <Big title={t('title')}>
      <ActionForm
        key={view.head}
        action={armDraws}
        hidden={{ ...hiddenOf(props), draw: next.id }}
        submit={t('next', { title: inLanguage(locale, next.title, next.titleEn), count: next.units })}
      />
      {left.length > 1 && (
        <Disclosure summary={t('several')}>
          <p className="mb-2 text-muted">{t('severalLead')}</p>
          <ActionForm
            key={`${view.head} several`}
            action={armDraws}
            hidden={hiddenOf(props)}
            submit={t('submitSeveral')}
            look="line"
          >
            <fieldset>
              {left.map(({ id, title, titleEn, sponsor }) => (
                <label key={id} className="flex min-h-11 items-center gap-3">
                  <input type="checkbox" name="draw" value={id} className="size-5 accent-ink" />
                  {inLanguage(locale, title, titleEn)} · {sponsor}
                </label>
              ))}
            </fieldset>
          </ActionForm>
        </Disclosure>
      )}
    </Big>
  )
}

async function Throw(props: Props) {
  const { view } = props
  const t = await getTranslations('draws')
  if (!view.armed) return null
  return (
    <Big title={t('pad.title')} lead={t('pad.lead')}>
      <Armed {...props} />
      <ThrowPad
        key={view.armed.arm}
        action={enterThrow}
        hidden={{ ...hiddenOf(props), arm: view.armed.arm }}
        words={await padWords()}
      />
      <Void {...props} />
    </Big>
  )
}

async function Reveal(props: Props) {
  const { view, scope } = props
  const t = await getTranslations('draws.reveal')
  const { armed, step } = view
  if (!armed || step.step !== 'reveal') return null
  const { beaconAt, round } = armed
  const time = secondText(new Date(beaconAt ?? 0), scope.timeZone, props.locale)
  const relays = config().DRAND_RELAYS.length
  const needsSignature = round !== null && step.index === 0
  return (
    <Big title={t('title')} lead={needsSignature ? undefined : t('lead')}>
      <Armed {...props} />
      {armed.thrown && <p className="break-words text-xl tabular-nums">{armed.thrown.replaceAll(/d6:|cards:/g, '')}</p>}
      {armed.draws.length > 1 && <p>{t('series', { index: step.index + 1, count: armed.draws.length })}</p>}
      <ActionForm
        key={view.head}
        action={revealDraw}
        hidden={{ ...hiddenOf(props), arm: armed.arm, ...(needsSignature ? {} : { signature: '' }) }}
        submit={t('submit')}
      >
        {needsSignature && (
          <>
            <p>{t('beaconWait', { round, time })}</p>
            <p className="text-muted">{t('beaconLead')}</p>
            <p className="text-muted">{relays > 0 ? t('relays', { count: relays }) : t('noRelays')}</p>
            <p className="break-all font-mono text-sm">{`https://api.drand.sh/${quicknet.chain}/public/${round}`}</p>
            <TextField name="signature" label={t('signature', { round })} autoComplete="off" spellCheck={false} />
          </>
        )}
      </ActionForm>
      <Void {...props} />
    </Big>
  )
}

/** What is armed, in large type, so that nobody draws the wrong prize. */
function Armed({ view, locale }: Props) {
  const armed = view.draws.filter(({ id }) => view.armed?.draws.includes(id))
  return (
    <ul className="text-2xl font-bold">
      {armed.map(({ id, title, titleEn, units }) => (
        <li key={id}>
          {inLanguage(locale, title, titleEn)} × {units}
        </li>
      ))}
    </ul>
  )
}

async function Void(props: Props) {
  const t = await getTranslations('draws.void')
  const { view } = props
  return (
    <Disclosure summary={t('open')} className="mt-4">
      <p className="mb-3 max-w-prose text-muted">{t('lead')}</p>
      <ActionForm
        action={voidDraw}
        hidden={{
          ...hiddenOf(props),
          arm: view.armed?.arm ?? '',
          ...(view.armed?.round === null ? { signature: '' } : {}),
        }}
        submit={t('submit')}
        look="bad"
      >
        <TextField name="reason" label={t('reason')} required />
        {view.armed?.round !== null && <TextField name="signature" label={t('signature')} autoComplete="off" />}
      </ActionForm>
    </Disclosure>
  )
}
