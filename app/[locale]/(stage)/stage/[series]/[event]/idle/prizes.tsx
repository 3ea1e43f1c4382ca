import type { Stop } from '@/app/[locale]/(public)/load'
import { Photo } from '@/components/ui/photo'
import { inLanguage, languageOf } from '@/lib/values/language'
import { emsOf } from '../draw/fit'

type Gift = Stop['support'][number]['gifts'][number]

const atMost = 8
/** A title beyond this does not fit one line of a 4:3 screen. */
const longEms = 13

/** The prizes of a stop, those with a photo first. */
export const prizesOf = (support: Stop['support']): Gift[] =>
  support
    .flatMap(({ gifts }) => gifts)
    .filter(({ kind }) => kind === 'prize')
    .sort((a, b) => Number(b.photo !== null) - Number(a.photo !== null))

/** What is in the hat today. */
export function Prizes({ gifts, label, locale }: { gifts: readonly Gift[]; label: string; locale: string }) {
  const shown = gifts.slice(0, atMost)
  const long = shown.some(({ title, titleEn }) => emsOf(inLanguage(locale, title, titleEn)) > longEms)
  return (
    <div className="stage-prizes">
      <p className="stage-label">{label}</p>
      <ul data-many={shown.length > 4 ? '' : undefined} data-long={long ? '' : undefined}>
        {shown.map((gift) => (
          <li key={gift.id}>
            {gift.photo && (
              <span className="stage-thumb">
                <Photo picture={gift.photo} alt="" sizes="14vh" eager />
              </span>
            )}
            <span className="stage-prize" lang={languageOf(locale, gift.title, gift.titleEn)}>
              {inLanguage(locale, gift.title, gift.titleEn)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
