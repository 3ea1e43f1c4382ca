import { getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import type { Tour, TourStop } from '@/app/[locale]/(public)/load'
import { absolute } from '@/app/[locale]/(public)/meta'
import { inLanguage } from '@/lib/values/language'

type Props = { invitation: TourStop | null; tour: Tour; locale: string }

/** The code to register with, dark on white at any hour, so that every camera reads it. */
export async function StageCode({ invitation, tour, locale }: Props) {
  const t = await getTranslations('stage')
  const page = absolute(`/${locale}/${tour.slug}${invitation ? `/${invitation.slug}` : ''}`)
  const code = renderSVG(page, { ecc: 'M', border: 4, whiteColor: '#ffffff', blackColor: '#000000' })
  const words = invitation
    ? t('register', { city: inLanguage(locale, invitation.city, invitation.cityEn) })
    : t('lineHere')
  return (
    <figure className="stage-code">
      <img src={`data:image/svg+xml;base64,${Buffer.from(code).toString('base64')}`} alt={page} />
      <figcaption>{words}</figcaption>
    </figure>
  )
}
