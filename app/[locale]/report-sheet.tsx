import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pigmentStyle } from '@/components/brand/pigments'
import { classes } from '@/components/ui/classes'
import { Check, Minus } from '@/components/ui/icons'
import { Photo } from '@/components/ui/photo'
import { Said } from '@/components/ui/said'
import { fateOf, type Report, type ReportGift, type ReportWinner, sumsOf, toldBy } from '@/lib/recap/rules/report'
import { inLanguage } from '@/lib/values/language'
import { pigmentOf } from '@/lib/values/pigments'
import { spanText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'

type Beside = (winner: ReportWinner) => ReactNode
type Props = { report: Report; locale: Locale; beside?: Beside; children?: ReactNode }

/** What a sponsor gave at a stop and what became of it, on one page that also prints. */
export async function ReportSheet({ report, locale, beside, children }: Props) {
  const t = await getTranslations('reports')
  const { stop, sponsor, gifts } = report
  const city = inLanguage(locale, stop.city, stop.cityEn)
  const name = inLanguage(locale, sponsor.name, sponsor.nameEn)
  const sums = sumsOf(gifts)
  const over = stop.endsAt <= new Date()
  const names = new Intl.ListFormat(locale === 'zh' ? 'zh-CN' : 'en-GB').format(report.contacts)
  return (
    <article data-sheet="" className="max-w-2xl print:max-w-none" style={pigmentStyle(pigmentOf(stop.pigment))}>
      <p className="text-sm text-muted">
        {inLanguage(locale, stop.series, stop.seriesEn)} · {t('stop', { number: stop.number, city })} ·{' '}
        {/* Put away with other papers: always with its year. */}
        {spanText(stop, locale, new Date(0))}
      </p>
      <h1 className="mt-1 text-2xl font-bold sm:text-3xl">{t('title', { sponsor: name, city })}</h1>
      <p className="mt-3 text-lg">
        {names ? t('hello', { names }) : ''}
        {t(over ? 'lead' : 'leadAhead', { city })}
        {sums.drawn > 0 && t('drawn', { drawn: sums.drawn, handedOver: sums.handedOver })}
      </p>
      <h2 className="mt-8 text-lg font-bold">{t('given')}</h2>
      <ul className="mt-2 border-t border-rule">
        {gifts.map((gift) => (
          <GivenLine key={gift.id} gift={gift} drawn={report.reach.inTheHat > 0} locale={locale} />
        ))}
      </ul>
      <Winners winners={report.winners} locale={locale} beside={beside} />
      <Named report={report} />
      {over && <Reach report={report} />}
      {children}
      <p className="mt-8 border-t border-rule pt-4 text-sm text-muted">{t('counted', { organizer: stop.organizer })}</p>
    </article>
  )
}

type GivenProps = { gift: ReportGift; drawn: boolean; locale: Locale }

/** Where nothing was drawn or handed over with us, nobody knows how many are left: only how far the gift came. */
async function GivenLine({ gift, drawn, locale }: GivenProps) {
  const t = await getTranslations('reports')
  const title = inLanguage(locale, gift.title, gift.titleEn)
  const fate = fateOf(gift)
  const known = gift.prize && fate.all > 0 && (drawn || fate.left < fate.all)
  const words = known ? t('fate', fate) : t(`state.${gift.status as 'pledged'}`)
  return (
    <li className="break-inside-avoid border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-bold">
          <Said locale={locale}>{title}</Said>
        </span>
        {gift.quantity !== null && (
          <span className="tabular">{t('quantity', { kind: gift.kind, count: gift.quantity })}</span>
        )}
      </p>
      {known && <FateBar gift={gift} label={`${title}: ${words}`} />}
      <p className="tabular text-sm text-muted">{words}</p>
    </li>
  )
}

/** Handed over in ink, won in the stop's colour, the rest in grey: widths are shares of what was given. */
function FateBar({ gift, label }: { gift: ReportGift; label: string }) {
  const { all, handedOver, waiting } = fateOf(gift)
  const width = (count: number) => (count / Math.max(all, 1)) * 100
  return (
    <svg role="img" aria-label={label} viewBox="0 0 100 10" preserveAspectRatio="none" className="my-1.5 h-3 w-full">
      <rect width="100" height="10" rx="2" className="fill-rule" />
      <rect width={width(handedOver + waiting)} height="10" rx="2" className="fill-pigment" />
      <rect width={width(handedOver)} height="10" rx="2" className="fill-ink" />
    </svg>
  )
}

/** What winners wanted their giver to hear and see; whoever said nothing is not here. */
type WinnersProps = { winners: readonly ReportWinner[]; locale: Locale; beside: Beside | undefined }
async function Winners({ winners, locale, beside }: WinnersProps) {
  const t = await getTranslations('reports')
  const { said, names } = toldBy(winners)
  if (said.length + names.length === 0) return null
  return (
    <>
      <h2 className="mt-8 text-lg font-bold">{t('winners.title')}</h2>
      <ul className="mt-2 border-t border-rule">
        {said.map((winner) => (
          <WinnerLine key={winner.id} winner={winner} locale={locale} beside={beside} />
        ))}
      </ul>
      {names.length > 0 && (
        <p className="border-b border-rule py-3">
          {t('winners.names', { names: new Intl.ListFormat(locale === 'zh' ? 'zh-CN' : 'en-GB').format(names) })}
        </p>
      )}
      <p className="mt-2 text-sm text-muted">{t('winners.agreed')}</p>
    </>
  )
}

type WinnerProps = { winner: ReportWinner; locale: Locale; beside: Beside | undefined }
async function WinnerLine({ winner, locale, beside }: WinnerProps) {
  const t = await getTranslations('reports')
  const { name, words, photo, title, titleEn } = winner
  return (
    <li
      className={classes(
        'flex break-inside-avoid flex-wrap items-start gap-4 border-b border-rule py-3',
        winner.leftOut && 'print:hidden',
      )}
    >
      {photo && (
        <Photo picture={photo} alt={t('winners.photo')} sizes="8rem" className="w-32 shrink-0 rounded-md" eager />
      )}
      <div className={classes('min-w-0 flex-1 basis-40', winner.leftOut && 'text-muted line-through')}>
        {words && (
          <p className="text-lg break-words whitespace-pre-line">
            <Said locale={locale}>{words}</Said>
          </p>
        )}
        <p className="text-sm break-words text-muted">
          {name ?? t('winners.somebody')} · <Said locale={locale}>{inLanguage(locale, title, titleEn)}</Said>
        </p>
      </div>
      {beside && <div data-screen="">{beside(winner)}</div>}
    </li>
  )
}

async function Named({ report }: { report: Report }) {
  const t = await getTranslations('reports')
  const places = (['page', 'stage', 'recap'] as const).filter((place) => place !== 'stage' || report.named.stage)
  return (
    <>
      <h2 className="mt-8 text-lg font-bold">{t('named.title')}</h2>
      <ul className="mt-2 border-t border-rule">
        {places.map((place) => {
          const there = report.named[place]
          const Mark = there ? Check : Minus
          return (
            <li key={place} className="flex items-center gap-2 border-b border-rule py-2">
              <Mark aria-hidden="true" className={there ? 'size-4 text-good' : 'size-4 text-muted'} />
              {t(`named.${place}${there ? '' : 'Not'}` as 'named.page')}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The people who really were there, as lines of one scale; what nobody counted is left out. */
async function Reach({ report }: { report: Report }) {
  const t = await getTranslations('reports')
  const rows = (['registered', 'checkedIn', 'inTheHat'] as const)
    .map((key) => ({ key, count: report.reach[key] }))
    .filter(({ count }) => count > 0)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <>
      <h2 className="mt-8 text-lg font-bold">{t('reach.title')}</h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-muted">{t('reach.none')}</p>
      ) : (
        <dl className="mt-2 border-t border-rule">
          {rows.map(({ key, count }) => (
            <div key={key} className="grid grid-cols-[7rem_1fr_3rem] items-center gap-3 border-b border-rule py-2">
              <dt className="text-sm">{t(`reach.${key}`)}</dt>
              <dd aria-hidden="true">
                <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
                  <rect width={(count / most) * 100} height="8" rx="2" className="fill-pigment" />
                </svg>
              </dd>
              <dd className="tabular text-right font-bold">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
