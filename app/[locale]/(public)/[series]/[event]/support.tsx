import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { Logo } from '@/components/ui/logo'
import { Photo } from '@/components/ui/photo'
import { underTiers } from '@/lib/sponsors/rules/ledger'
import { inLanguage, languageOf } from '@/lib/values/language'
import { Heading } from './heading'
import { openNeedsOf } from './needs/open'
import type { Shown } from './shown'

type Sponsor = Shown['stop']['support'][number]
type Gift = Sponsor['gifts'][number]
type Given = { gift: Gift; sponsor: Sponsor }

/** Everything that was given and by whom; all names weigh the same. */
export async function Support({ stop, tour, locale, now }: Shown) {
  const t = await getTranslations('public')
  const draws = await getTranslations('draws')
  const needs = await getTranslations('needs')
  const lacking = (openNeedsOf(stop, now) ?? []).filter((need) => !need.covered).length
  const given = stop.support.flatMap((sponsor) => sponsor.gifts.map((gift) => ({ gift, sponsor })))
  const prizes = given.filter(({ gift }) => gift.kind === 'prize')
  const others = given.filter(({ gift }) => gift.kind !== 'prize')
  return (
    <section aria-labelledby="support">
      <Heading id="support">{t('support.title')}</Heading>
      <p className="text-muted">{given.length ? t('support.lead') : t('support.empty')}</p>
      {lacking > 0 && (
        <p className="mt-2">
          <a
            href={`/${locale}/${tour.slug}/${stop.slug}/needs`}
            className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
          >
            {needs('public.link', { count: lacking })}
          </a>
        </p>
      )}
      {prizes.length > 0 && <List title={t('support.prizes')} given={prizes} locale={locale} />}
      {prizes.length > 0 && (stop.drawn || now < new Date(stop.endsAt)) && (
        <p>
          <a
            href={`/${locale}/${tour.slug}/${stop.slug}/draw`}
            className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
          >
            {draws('public.link')}
          </a>
        </p>
      )}
      {others.length > 0 && <List title={t('support.others')} given={others} locale={locale} />}
      {stop.support.length > 0 && <Names title={t('support.people')} sponsors={stop.support} locale={locale} />}
    </section>
  )
}

/** So many stand there at once; what is more waits behind a press, unless that would hide only a few. */
const atOnce = 12
const few = 4

async function List({ title, given, locale }: { title: string; given: Given[]; locale: string }) {
  const t = await getTranslations('public')
  const framed = given.some(({ gift }) => gift.photo)
  const rows = given.map((one) => <GivenRow key={one.gift.id} {...one} locale={locale} framed={framed} />)
  const shown = given.length > atOnce + few ? atOnce : given.length
  return (
    <>
      <h3 className="mt-5 text-sm text-muted">{title}</h3>
      <ul className="mt-1 border-t border-rule">{rows.slice(0, shown)}</ul>
      {shown < given.length && (
        <Disclosure summary={t('support.more', { count: given.length - shown })} className="-ml-2">
          <ul className="ml-2 border-t border-rule">{rows.slice(shown)}</ul>
        </Disclosure>
      )}
    </>
  )
}

async function GivenRow({ gift, sponsor, locale, framed }: Given & { locale: string; framed: boolean }) {
  const t = await getTranslations('public')
  const notes = [
    gift.kind === 'prize' ? '' : t(`support.kinds.${gift.kind}`),
    gift.prize && gift.prize.admits > 1 ? t('support.admits', { count: gift.prize.admits }) : '',
  ].filter(Boolean)
  const counted = gift.kind === 'prize' || (gift.quantity ?? 0) > 1
  return (
    <li className="flex items-center gap-x-4 border-b border-rule py-2.5">
      {framed && (
        <span className="grid size-16 shrink-0 place-items-center">
          {gift.photo ? (
            <Photo picture={gift.photo} alt="" sizes="4rem" className="size-16 rounded-md object-cover" />
          ) : (
            <span aria-hidden="true" className="size-4 rounded-full border-[3px] border-rule" />
          )}
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="font-medium" lang={languageOf(locale, gift.title, gift.titleEn)}>
          {inLanguage(locale, gift.title, gift.titleEn)}
        </span>{' '}
        <span className="text-[0.9375rem] text-muted">
          {t('support.from', { sponsor: inLanguage(locale, sponsor.name, sponsor.nameEn) })}
          {notes.length > 0 && ` · ${notes.join(' · ')}`}
        </span>
      </span>
      {counted && gift.quantity !== null && (
        <span className="tabular shrink-0 font-medium">
          {t('support.quantity', { kind: gift.kind, quantity: gift.quantity })}
        </span>
      )}
    </li>
  )
}

/** Everybody who gave; under their tiers where the stop has some. */
function Names({ title, sponsors, locale }: { title: string; sponsors: Sponsor[]; locale: string }) {
  return underTiers(sponsors).map(({ tier, sponsors: ofTier }) => (
    <NamesOf
      key={tier?.id ?? ''}
      title={tier ? inLanguage(locale, tier.name, tier.nameEn) : title}
      sponsors={ofTier}
      locale={locale}
    />
  ))
}

function NamesOf({ title, sponsors, locale }: { title: string; sponsors: Sponsor[]; locale: string }) {
  return (
    <>
      <h3 className="mt-5 text-sm text-muted">{title}</h3>
      <ul className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-rule py-3">
        {sponsors.map((sponsor) => (
          <li key={sponsor.id} className="text-lg font-bold" lang={languageOf(locale, sponsor.name, sponsor.nameEn)}>
            {sponsor.link ? (
              <a
                href={sponsor.link}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="inline-block max-w-full py-2 no-underline hover:underline decoration-pigment decoration-2 underline-offset-4"
              >
                <Sign sponsor={sponsor} locale={locale} />
              </a>
            ) : (
              <span className="inline-block max-w-full py-2">
                <Sign sponsor={sponsor} locale={locale} />
              </span>
            )}
            {sponsor.blurb && (
              <span
                className="ml-2 text-sm font-normal text-muted"
                lang={languageOf(locale, sponsor.blurb, sponsor.blurbEn)}
              >
                {inLanguage(locale, sponsor.blurb, sponsor.blurbEn)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The logo, which then says the name, or the name. */
function Sign({ sponsor, locale }: { sponsor: Sponsor; locale: string }) {
  const name = inLanguage(locale, sponsor.name, sponsor.nameEn)
  return sponsor.logo ? <Logo picture={sponsor.logo} name={name} /> : name
}
