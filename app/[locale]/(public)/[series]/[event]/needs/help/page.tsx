import { publicPage } from '@/lib/web/page'
import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { inLanguage } from '@/lib/values/language'
import { type Typed, typedBefore } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'
import { type Stop, stopOf } from '../../../../load'
import { FormFrame } from '../../register/frame'
import { PlainField } from '../../register/plain-field'
import { Problems, problemsOf } from '../../register/problems'
import { openNeedsOf } from '../open'

type Props = { params: Promise<{ locale: string }> }
type Need = NonNullable<Stop['needs']>[number]

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'needs')('offer.title'), robots: { index: false } }
}

/** "I can help": four fields and how to be reached; a plain form that needs no script. */
export default publicPage(async ({ params, search, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, (path) => `${path}/needs/help`)
  const needs = openNeedsOf(stop, new Date()) ?? notFound()
  const t = words(locale, 'needs')
  const board = `/${locale}/${tour.slug}/${stop.slug}/needs`
  if (search.done === 'known') {
    return (
      <FormFrame tour={tour} stop={stop} locale={locale} title={t('offer.againTitle')}>
        <p className="mt-6 text-lg">{t('offer.again')}</p>
        <BackToBoard href={board} locale={locale} />
      </FormFrame>
    )
  }
  const typed = await typedBefore(search.again)
  const asked = typed?.values.need ?? search.need ?? ''
  const need = needs.find(({ id }) => id === asked) ?? null
  const title = need ? t('offer.for', { title: inLanguage(locale, need.title, need.titleEn) }) : t('offer.forOther')
  return (
    <FormFrame tour={tour} stop={stop} locale={locale} title={t('offer.title')}>
      <p className="mt-4 text-lg font-medium">{title}</p>
      {asked && !need && <p className="mt-2 border-l-4 border-pigment py-1 pl-3">{t('offer.gone')}</p>}
      <OfferForm eventId={stop.id} need={need} locale={locale} typed={typed} />
      <BackToBoard href={board} locale={locale} />
    </FormFrame>
  )
})

function BackToBoard({ href, locale }: { href: string; locale: Locale }) {
  return (
    <p className="mt-4">
      <a
        href={href}
        className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
      >
        {words(locale, 'needs')('public.back')}
      </a>
    </p>
  )
}

type FormProps = { eventId: string; need: Need | null; locale: Locale; typed: Typed | null }

function OfferForm({ eventId, need, locale, typed }: FormProps) {
  const t = words(locale, 'needs')
  const problems = problemsOf(typed, locale)
  const kind = need?.kind ?? ''
  const field = (name: 'quantity' | 'delivery' | 'thanks' | 'contact') => ({
    name,
    label: t(`offer.${name}`, { kind }),
    why: t(`offer.${name}Why`),
    problem: problems[name],
    defaultValue: typed?.values[name],
  })
  return (
    <form method="post" action="/api/offers" noValidate className="mt-6 flex flex-col gap-6">
      <input type="hidden" name="event" value={eventId} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="need" value={need?.id ?? ''} />
      <input type="hidden" name="requestKey" value={typed?.requestKey ?? randomUUID()} />
      <Problems
        typed={typed}
        locale={locale}
        labels={{
          title: t('offer.what'),
          quantity: t('offer.quantity', { kind }),
          delivery: t('offer.delivery'),
          thanks: t('offer.thanks'),
          contact: t('offer.contact'),
        }}
      />
      <PlainField
        name="title"
        label={t('offer.what')}
        why={t('offer.whatWhy')}
        problem={problems.title}
        defaultValue={typed?.values.title ?? (need ? inLanguage(locale, need.title, need.titleEn) : '')}
        maxLength={80}
        enterKeyHint="next"
        autoComplete="off"
      />
      <PlainField
        {...field('quantity')}
        label={<Optional label={field('quantity').label} locale={locale} />}
        required={false}
        inputMode="numeric"
        maxLength={6}
        enterKeyHint="next"
        autoComplete="off"
      />
      <PlainField
        {...field('delivery')}
        label={<Optional label={field('delivery').label} locale={locale} />}
        required={false}
        maxLength={200}
        enterKeyHint="next"
        autoComplete="off"
      />
      <PlainField {...field('thanks')} maxLength={60} enterKeyHint="next" autoComplete="name" />
      <PlainField
        {...field('contact')}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        enterKeyHint="send"
      />
      <p className="text-sm text-muted">{t('offer.then')}</p>
      <Button type="submit" className="min-h-12 w-full text-base font-bold">
        {t('offer.submit')}
      </Button>
    </form>
  )
}

/** The label of a field that may stay empty. */
function Optional({ label, locale }: { label: string; locale: Locale }) {
  return (
    <>
      {label}
      <span className="ml-2 text-sm font-normal text-muted">{words(locale, 'registration')('form.optional')}</span>
    </>
  )
}
