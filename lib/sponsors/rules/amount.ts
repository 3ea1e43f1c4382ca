/** Numbers as people write them in a chat: digits, Chinese numerals, English words. */
const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  俩: 2,
  贰: 2,
  三: 3,
  仨: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const tens: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const english: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
}

/** A number in Chinese numerals, or written digit by digit; null for anything else. 二十 is 20, 一百零五 is 105, 两百五 is 250. */
export function chineseNumber(text: string): number | null {
  let [total, section, digit, unit] = [0, 0, 0, 1]
  let seen = false
  for (const letter of text) {
    const value = digits[letter]
    if (value !== undefined) {
      digit = value
      if (value === 0) unit = 10
      seen = true
    } else if (letter === '万') {
      total += (section + digit || 1) * 10_000
      ;[section, digit, unit] = [0, 0, 10_000]
    } else {
      const times = tens[letter]
      if (times === undefined) return null
      section += (digit || 1) * times
      ;[digit, unit, seen] = [0, times, true]
    }
  }
  // After a round number a last digit counts the next smaller unit: 两百五 is 250.
  const last = unit >= 100 && digit > 0 ? digit * (unit / 10) : digit
  return seen ? total + section + last : null
}

/** What stands for "nobody said how many". */
export const unstated =
  '若干|一些|一批|一波|一堆|些许|少量|不少|几十|十几|好几|几|some|several|a few|a bunch of|a couple of|a pile of|various'

/** A number as a pattern finds it: 10, １０, 十, 二十五, "ten". */
export const numeral = `\\d{1,3}(?:,\\d{3})+|\\d{1,6}|[${Object.keys(digits).join('')}${Object.keys(tens).join('')}万]+`
export const englishNumeral = Object.keys(english).join('|')

/** The number meant, 1 to 10,000; null for what is unstated, unknown or out of bounds. */
export function amountOf(text: string): number | null {
  const plain = text.replaceAll(',', '').toLowerCase()
  const value = /^\d+$/.test(plain) ? Number(plain) : (english[plain] ?? chineseNumber(plain))
  return value !== null && value >= 1 && value <= 10_000 ? value : null
}
