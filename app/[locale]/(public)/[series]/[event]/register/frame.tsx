import type { ReactNode } from 'react'
import { pigmentStyle } from '@/components/brand/pigments'
import { StopBadge } from '@/components/brand/stop-badge'
import { inLanguage, languageOf } from '@/lib/values/language'
import { isPigment } from '@/lib/values/pigments'
import { type Locale, words } from '@/lib/words/load'
import type { Stop, Tour } from '../../../load'
import { placeOf } from '../../../poster'
import { OtherLanguage } from '../../../site-header'

type Props = { tour: Tour; stop: Stop; locale: Locale; title: string; children: ReactNode }

/** Around the small public forms of a stop: which stop it is, the way back, one narrow column beside its line. */
export function FormFrame({ tour, stop, locale, title, children }: Props) {
  const t = words(locale, 'registration')
  return (
    <div style={isPigment(stop.pigment) ? pigmentStyle(stop.pigment) : undefined} className="min-h-[calc(100dvh-5rem)]">
      <header className="mx-auto flex min-h-16 max-w-2xl items-center justify-between gap-3 px-4 sm:px-6">
        <a
          href={`/${locale}/${tour.slug}/${stop.slug}`}
          className="inline-flex min-h-11 items-center gap-3 no-underline hover:underline"
        >
          <StopBadge>{words(locale, 'public')('stop', { number: placeOf(stop) })}</StopBadge>
          <span className="text-sm">{t('form.back')}</span>
        </a>
        <OtherLanguage />
      </header>
      <main id="content" className="relative mx-auto max-w-2xl px-4 pb-20 pt-4 sm:px-6">
        <div className="border-l-4 border-pigment pl-5 sm:pl-8">
          <div className="relative">
            <span
              aria-hidden="true"
              className="absolute -left-[1.9375rem] top-1.5 size-[1.125rem] rounded-full border-4 border-ink bg-paper sm:-left-[2.6875rem]"
            />
            <h1 className="text-3xl font-bold">{title}</h1>
            <p className="mt-1 text-muted" lang={languageOf(locale, tour.name, tour.nameEn)}>
              {inLanguage(locale, tour.name, tour.nameEn)} · {inLanguage(locale, stop.city, stop.cityEn)}
            </p>
          </div>
          {children}
        </div>
      </main>
    </div>
  )
}
