import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { headingFor } from '@/lib/events/rules'
import { inLanguage } from '@/lib/values/language'
import { registerWord } from '../../register-word'
import { Share } from './share'
import { pageOf, type Shown } from './shown'

/** The one thing to do here, always in view: at the foot of the phone's screen, at the foot of the right column. */
export async function RegisterBar(shown: Shown) {
  const { label, href, quiet } = await offerOf(shown)
  return (
    <div
      data-bar=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-rule bg-paper print:hidden px-4 pb-[calc(0.75rem+env(safe-area-inset-bottom))] pt-3 sm:px-10 lg:sticky lg:inset-x-auto lg:order-last lg:mt-auto"
    >
      <div className="flex items-stretch gap-3">
        <Share {...shown} />
        <ButtonLink
          href={href}
          look={quiet ? 'line' : 'ink'}
          className="min-h-12 min-w-0 flex-1 text-center text-base font-bold"
        >
          {label}
        </ButtonLink>
      </div>
    </div>
  )
}

async function offerOf(shown: Shown): Promise<{ label: string; href: string; quiet?: true }> {
  const { tour, stop, locale, now, seatsState } = shown
  const t = await getTranslations('public')
  const page = pageOf(shown)
  const word = registerWord(seatsState)
  if (word) return { label: t(`register.${word}`), href: `${page}/register` }
  if (seatsState === 'past' && stop.hasRecap) return { label: t('register.recap'), href: `${page}/recap` }
  const heading = tour.stops.find(({ id }) => id === headingFor(tour.stops, now))
  if (heading && heading.id !== stop.id) {
    const city = inLanguage(locale, heading.city, heading.cityEn)
    return { label: t('register.nextStop', { city }), href: `/${locale}/${tour.slug}/${heading.slug}` }
  }
  return { label: t('register.line'), href: `/${locale}/${tour.slug}`, quiet: true }
}
