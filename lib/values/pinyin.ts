import { pinyin } from 'pinyin-pro'
import { slugOf } from './slug'

const han = /\p{Script=Han}/u

/** `上海` → `shanghai`, `一起AI` → `yiqi-ai`: what a slug is made of. Latin text stays. */
export const pinyinSlug = (text: string): string =>
  slugOf(
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(text.length > 4 ? '-' : ''),
  )

/** `上海` → `Shanghai`: a Latin form of a city's name where nobody gave one. */
export function pinyinCity(city: string): string {
  if (!han.test(city)) return city
  const latin = pinyin(city, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').replace(/\s+/g, '')
  return latin.charAt(0).toUpperCase() + latin.slice(1)
}

/**
 * Everything a name can be searched by: its pinyin, itself, its initials, its pinyin without the family name; lower
 * case, joined by spaces. The pinyin comes first, so that the text also sorts.
 */
export function searchable(name: string): string {
  const whole = han.test(name)
    ? pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    : [name]
  const given = whole.length > 2 && !/\s/.test(name) ? whole.slice(1).join('') : ''
  const forms = [whole.join(''), name, initialsOf(name, whole), given].map((form) =>
    form.toLowerCase().normalize('NFKC'),
  )
  return [...new Set(forms.filter(Boolean))].join(' ')
}

/** The first letters of the syllables of a name; what is not Chinese in it stays whole, as it does in `whole`. */
function initialsOf(name: string, whole: string[]): string {
  let rest = name
  return whole
    .map((part) => {
      const kept = rest.startsWith(part)
      rest = rest.slice(kept ? part.length : (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
      return kept ? part : part.charAt(0)
    })
    .join('')
}
