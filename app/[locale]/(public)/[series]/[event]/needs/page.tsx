import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/components/ui/button'
import { inLanguage, languageOf } from '@/lib/values/language'
import { shortDayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { type Stop, stopOf } from '../../../load'
import { FormFrame } from '../register/frame'
import { openNeedsOf } from './open'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'needs')('public.title') }
}

/** What a stop still lacks, for anybody; each with a way to say "I can help". */
export default publicPage(async ({ params, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, (path) => `${path}/needs`)
  const needs = openNeedsOf(stop, new Date()) ?? notFound()
  const t = words(locale, 'needs')
  const help = `/${locale}/${tour.slug}/${stop.slug}/needs/help`
  const open = needs.some((need) => !need.covered)
  return (
    <FormFrame tour={tour} stop={stop} locale={locale} title={t('public.title')}>
      <p className="mt-4 text-lg">{open ? t('public.lead') : t('public.none')}</p>
      <ul className="mt-6 border-t border-rule">
        {needs.map((need) => (
          <NeedItem key={need.id} need={need} stop={stop} help={help} locale={locale} />
        ))}
      </ul>
      <p className="mt-6">
        <ButtonLink look="line" href={help} className="min-h-12 w-full">
          {t('public.other')}
        </ButtonLink>
      </p>
    </FormFrame>
  )
})

type Need = NonNullable<Stop['needs']>[number]

function NeedItem({ need, stop, help, locale }: { need: Need; stop: Stop; help: string; locale: Locale }) {
  const t = words(locale, 'needs')
  const title = inLanguage(locale, need.title, need.titleEn)
  const note = inLanguage(locale, need.note, need.noteEn)
  const { kind } = need
  const wanted = need.quantity ?? 0
  const facts = [
    need.quantity === null
      ? t('public.some')
      : need.pledged > 0
        ? t('public.got', { kind, pledged: need.pledged, wanted })
        : t('public.wanted', { kind, wanted }),
    need.dueAt && dueText(need.dueAt, stop, locale),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="text-lg font-bold" lang={languageOf(locale, need.title, need.titleEn)}>
          {title}
        </p>
        {note && (
          <p className="whitespace-pre-line" lang={languageOf(locale, need.note, need.noteEn)}>
            {note}
          </p>
        )}
        <p className="tabular text-sm text-muted">{need.covered ? t('public.covered') : facts.join(' · ')}</p>
        {!need.covered && need.quantity !== null && (
          <progress className="mt-1.5 w-full max-w-64" value={need.pledged} max={wanted} aria-label={title} />
        )}
      </div>
      {!need.covered && (
        <ButtonLink href={`${help}?need=${need.id}`} aria-label={t('public.helpFor', { title })} className="min-h-12">
          {t('public.help')}
        </ButtonLink>
      )}
    </li>
  )
}

/** By when; a date that is over would only say that we are late. */
function dueText(dueAt: string, stop: Stop, locale: Locale): string {
  const t = words(locale, 'needs')
  if (new Date(dueAt) < new Date()) return t('public.soon')
  return t('public.by', { date: shortDayText({ startsAt: dueAt, timeZone: stop.timeZone }, locale) })
}
