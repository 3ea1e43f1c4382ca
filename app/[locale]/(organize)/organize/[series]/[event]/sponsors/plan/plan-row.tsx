import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { MoveButtons } from '@/components/form/move-buttons'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import { Said } from '@/components/ui/said'
import type { listSlots, PlannedPrize } from '@/lib/prizes/queries/plan'
import { inLanguage } from '@/lib/values/language'
import { markOf } from '@/lib/values/mark'
import type { Locale } from '@/lib/words/load'
import { movePrize, placePrize, slotPrize } from './actions'

type Plan = {
  event: string
  base: string
  locale: Locale
  slots: Awaited<ReturnType<typeof listSlots>>
  count: number
}
type Props = { prize: PlannedPrize; at: number; plan: Plan }

const field = 'min-h-11 rounded-md border border-input bg-card px-2 text-base'

/** One prize at its place on the line of the day; the last one is the finale. */
export async function PlanRow({ prize, at, plan }: Props) {
  const t = await getTranslations('prizes.plan')
  const { event, base, locale, count } = plan
  const title = inLanguage(locale, prize.title, prize.titleEn)
  const last = at === count
  const hidden = { event, id: prize.id }
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-3 pl-12">
      <span
        aria-hidden="true"
        className={classes(
          'absolute bottom-0 left-4 top-0 w-1 bg-pigment',
          at === 1 && 'top-4',
          last && 'bottom-[calc(100%-2rem)]',
        )}
      />
      <span
        className={classes(
          'tabular absolute left-0 top-3 grid size-9 place-items-center rounded-full border-4 bg-paper text-sm font-bold',
          last ? 'border-pigment' : 'border-ink',
        )}
      >
        {at}
      </span>
      <div className="min-w-0 flex-1 basis-52 break-words">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <a href={`${base}/gifts/${prize.id}`} className="font-bold no-underline hover:underline">
            <Said locale={locale}>{title}</Said>
          </a>
          {prize.quantity === null ? (
            <State tone="wait">{t('settle')}</State>
          ) : (
            <span className="tabular">{t('units', { count: prize.quantity })}</span>
          )}
          {last && count > 1 && <span className="text-sm font-medium">{t('last')}</span>}
        </p>
        <p className="text-sm text-muted">
          {inLanguage(locale, prize.sponsor, prize.sponsorEn)} ·{' '}
          {t(prize.status === 'pledged' ? 'pledged' : 'received')}
        </p>
        <Slot prize={prize} title={title} plan={plan} />
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-1 has-[details[open]]:basis-full">
        <MoveButtons
          action={movePrize}
          hidden={hidden}
          words={{ up: t('upFor', { title }), down: t('downFor', { title }) }}
          place={{ first: at === 1, last }}
        />
        <Disclosure summary={t('more')} label={t('moreFor', { title })}>
          <div className="flex items-center justify-end gap-2">
            <ActionButton
              action={placePrize}
              look="line"
              hidden={hidden}
              fields={
                <input
                  name="place"
                  inputMode="numeric"
                  defaultValue={at}
                  maxLength={4}
                  aria-label={t('placeFor', { title })}
                  className={`${field} w-16 text-center tabular-nums`}
                />
              }
            >
              {t('put')}
            </ActionButton>
          </div>
        </Disclosure>
      </div>
    </li>
  )
}

async function Slot({ prize, title, plan }: { prize: PlannedPrize; title: string; plan: Plan }) {
  const t = await getTranslations('prizes.plan')
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <ActionButton
        action={slotPrize}
        look="line"
        hidden={{ event: plan.event, id: prize.id, version: markOf({ talk: prize.talkId ?? '' }) }}
        label={t('slotFor', { title })}
        fields={
          <select
            name="talk"
            defaultValue={prize.talkId ?? ''}
            aria-label={t('slotFor', { title })}
            className={`${field} w-full min-w-0 max-w-40 text-sm sm:w-auto sm:max-w-full`}
          >
            <option value="">{t('open')}</option>
            {plan.slots.map((talk) => (
              <option key={talk.id} value={talk.id}>
                {inLanguage(plan.locale, talk.title, talk.titleEn)}
              </option>
            ))}
          </select>
        }
      >
        {t('set')}
      </ActionButton>
    </div>
  )
}
