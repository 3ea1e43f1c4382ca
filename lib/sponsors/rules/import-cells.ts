import { type EmailAddress, type PhoneNumber, parseEmail, parsePhone } from '@/lib/values/address'

/** What could not be read as it was meant; the words stand under `imports.notes`. */
export type Note =
  | 'unstated'
  | 'about'
  | 'range'
  | 'multiplied'
  | 'too-many'
  | 'quantity-unread'
  | 'phone-unread'
  | 'several-reaches'
  | 'shortened'
  | 'no-gift'

/** A cell as people meant it: full-width letters made narrow, every kind of space one space, none at the ends. */
export const cleanCell = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const numerals = '零一二三四五六七八九'
const open = /^(若干|一些|一批|少许|不限|待定|未定|不确定|some|several|tbd|tbc|n\/?a|\?+|-+|—+)$/i
const units = '(?:个|份|件|套|张|台|本|把|盒|箱|袋|包|瓶|杯|支|只|条|副|组|人|次|pcs|pc|sets?|boxes|box|x)?'

/** How many a cell says: "10个", "两箱", "2箱×12", "约50", "若干"; null where it does not say, with why. */
export function readQuantity(cell: string): { quantity: number | null; notes: Note[] } {
  const text = cleanCell(cell).replace(/,(?=\d{3})/g, '')
  if (text === '') return { quantity: null, notes: [] }
  if (open.test(text)) return { quantity: null, notes: ['unstated'] }
  const about = /^(约|大约|大概|近|about|approx\.?|~|≈)|(左右|上下)$/i
  const bare = text.replace(about, '').replace(about, '').trim()
  const notes: Note[] = bare === text ? [] : ['about']
  const factors = bare.split(/\s*[×xX*✕]\s*(?=\d|[一二两三四五六七八九十百])/).map((part) => numberIn(part))
  if (factors.length > 1 && factors.every((n) => n !== null)) {
    return bounded(
      factors.reduce<number>((product, n) => product * (n ?? 1), 1),
      [...notes, 'multiplied'],
    )
  }
  const range = new RegExp(`^(\\d+)\\s*${units}\\s*[-~–—到至]\\s*(\\d+)\\s*${units}$`, 'i').exec(bare)
  if (range) return bounded(Number(range[1]), [...notes, 'range'])
  const count = numberIn(bare)
  return count === null ? { quantity: null, notes: ['quantity-unread'] } : bounded(count, notes)
}

function bounded(count: number, notes: Note[]): { quantity: number | null; notes: Note[] } {
  if (count >= 1 && count <= 10_000) return { quantity: count, notes }
  return { quantity: null, notes: [...notes, count < 1 ? 'unstated' : 'too-many'] }
}

function numberIn(text: string): number | null {
  const digits = new RegExp(`^(\\d{1,9})\\s*${units}$`, 'i').exec(text.trim())
  if (digits) return Number(digits[1])
  const words = new RegExp(`^([一二两三四五六七八九十百]{1,5})\\s*${units}$`).exec(text.trim())
  return words ? chinese(words[1] ?? '') : null
}

/** 十二 → 12, 两百 → 200, 一百二十 → 120. */
function chinese(text: string): number | null {
  let total = 0
  let digit = 0
  for (const sign of text.replace(/两/g, '二')) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    } else digit = numerals.indexOf(sign)
  }
  return total + digit || null
}

export type ReadContact = { name: string; email: EmailAddress | null; phone: PhoneNumber | null; wechat: string }

const mailLike = /[^\s,;、<>()]+@[^\s,;、<>()]+\.[a-z]{2,}/gi
const wechatLike = /(?:微信号?|wechat|wx|vx|v信)\s*[:：]?\s*([a-z][\w-]{4,19}|\d{6,19})/gi
const phoneLike = /(?:\+|00)?\d[\d\s().‐-―-]{5,20}\d/g

/** The people in one cell: "张三 13800138000 / 李四(微信: lisi_88)"; whoever has no name is called as the sponsor is. */
export function readContacts(cell: string, fallback: string): { contacts: ReadContact[]; notes: Note[] } {
  const notes = new Set<Note>()
  const people = cleanCell(cell.replace(/[\r\n]+/g, ' / '))
    .split(/\s*(?:\/|、|;|；|\||，|,(?!\d))\s*/)
    .filter(Boolean)
    .map((part) => personIn(part, notes))
  const contacts: ReadContact[] = []
  for (const person of people) {
    const last = contacts.at(-1)
    // A number of its own belongs to whoever was named before it.
    if (person.name === '' && last) mergeInto(last, person, notes)
    else contacts.push({ ...person, name: person.name || fallback })
  }
  return {
    contacts: contacts.map((person) => ({ ...person, name: [...person.name].slice(0, 60).join('') })),
    notes: [...notes],
  }
}

function mergeInto(known: ReadContact, { email, phone, wechat }: ReadContact, notes: Set<Note>) {
  if ((known.email && email) || (known.phone && phone) || (known.wechat && wechat)) notes.add('several-reaches')
  known.email ??= email
  known.phone ??= phone
  known.wechat ||= wechat
}

function personIn(text: string, notes: Set<Note>): ReadContact {
  let rest = text
  const take = (pattern: RegExp, group = 0): string[] => {
    const found = [...rest.matchAll(pattern)].map((match) => match[group] ?? '')
    rest = rest.replace(pattern, ' ')
    return found
  }
  const mails = take(mailLike).flatMap((mail) => parseEmail(mail) ?? [])
  const wechats = take(wechatLike, 1)
  const numbers = take(phoneLike)
  const phones = numbers.flatMap((number) => parsePhone(number) ?? [])
  if (phones.length < numbers.length) notes.add('phone-unread')
  if (mails.length > 1 || phones.length > 1 || wechats.length > 1) notes.add('several-reaches')
  const name = rest
    .replace(/(?:电话|手机号?|联系人|联系方式|邮箱|tel|phone|mobile|e-?mail|mail)\s*[:：]?/gi, ' ')
    .replace(/[()[\]<>:：]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, email: mails[0] ?? null, phone: phones[0] ?? null, wechat: wechats[0] ?? '' }
}
