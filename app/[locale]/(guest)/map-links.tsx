import { Disclosure } from '@/components/ui/disclosure'
import { mapLinks } from '@/lib/values/map-links'
import { type Locale, words } from '@/lib/words/load'

type Props = { place: Parameters<typeof mapLinks>[0]; timeZone: string; locale: Locale }

/** The venue in the maps that people of its country use. */
export function MapLinks({ place, timeZone, locale }: Props) {
  const t = words(locale, 'registration')
  return (
    <Disclosure summary={t('ticket.map')} className="-ml-2 font-normal">
      <ul className="divide-y divide-rule ml-2 border-l-4 border-pigment pl-4">
        {mapLinks(place, timeZone, locale).map((map) => (
          <li key={map.name}>
            <a
              href={map.href}
              className="flex min-h-11 items-center no-underline hover:underline"
              target="_blank"
              rel="noopener noreferrer"
            >
              {t(map.name === 'google' ? 'ticket.googleMaps' : `ticket.${map.name}`)}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
