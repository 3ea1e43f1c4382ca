import type { GiftSort } from '../schema/gifts'
import { cleanCell, type Note, type ReadContact, readContacts, readQuantity } from './import-cells'

const importColumns = ['sponsor', 'gift', 'quantity', 'contact', 'reach', 'delivery', 'note'] as const
type Column = (typeof importColumns)[number]

const names: Record<Column, RegExp> = {
  sponsor: /赞助方|赞助商|公司|单位|品牌|机构|sponsor|company|brand|organi[sz]ation|donor/i,
  gift: /奖品|礼品|物品|赞助内容|品名|内容|支持|gift|prize|item|what/i,
  quantity: /数量|份数|个数|几份|qty|quantity|count|how many|number of/i,
  contact: /联系人|对接人|负责人|接口人|contact|person/i,
  reach: /联系方式|电话|手机|微信|邮箱|phone|mobile|wechat|e-?mail|tel/i,
  delivery: /怎么给|交付|快递|物流|到货|方式|delivery|shipping|how it/i,
  note: /备注|说明|note|remark|comment/i,
}

/** One row as it will be brought in; `skipped` says why it will not be. */
export type ReadGift = {
  row: number
  sponsor: string
  title: string
  sort: GiftSort
  quantity: number | null
  delivery: string
  note: string
  contacts: ReadContact[]
  notes: Note[]
  skipped: 'no-sponsor' | 'twice' | null
}

/** Which column says what, by its head; without a head that says anything, in the usual order. `headed`: the first row is a head. */
export function columnsOf(head: readonly string[]): { at: Map<Column, number[]>; headed: boolean } {
  const at = new Map<Column, number[]>()
  for (const [index, cell] of head.entries()) {
    const column = importColumns.find((name) => names[name].test(cleanCell(cell)) && cleanCell(cell).length <= 20)
    if (column) at.set(column, [...(at.get(column) ?? []), index])
  }
  if (at.has('sponsor') && (at.has('gift') || at.has('contact'))) return { at, headed: true }
  const usual: Column[] = ['sponsor', 'gift', 'quantity', 'contact', 'reach', 'delivery', 'note']
  return { at: new Map(usual.map((column, index) => [column, [index]])), headed: false }
}

/** Reads a table of sponsors and what they give. Never throws: what cannot be read stays in the gift's note. */
export function readSponsorTable(table: readonly (readonly string[])[]): ReadGift[] {
  const { at, headed } = columnsOf(table[0] ?? [])
  const seen = new Set<string>()
  return table.slice(headed ? 1 : 0).flatMap((cells, index) => {
    if (cells.every((cell) => cleanCell(cell) === '')) return []
    const row = readRow(cells, at, index + (headed ? 2 : 1))
    const key = [row.sponsor.toLowerCase(), row.title.toLowerCase(), row.quantity].join('\n')
    const twice = row.title !== '' && seen.has(key)
    seen.add(key)
    return [{ ...row, skipped: row.skipped ?? (twice ? ('twice' as const) : null) }]
  })
}

function readRow(cells: readonly string[], at: Map<Column, number[]>, row: number): ReadGift {
  const cell = (column: Column, between = ' ') =>
    (at.get(column) ?? [])
      .map((index) => cells[index] ?? '')
      .filter((text) => cleanCell(text) !== '')
      .join(between)
  const sponsor = cut(cleanCell(cell('sponsor')), 80)
  const title = cut(cleanCell(cell('gift')), 80)
  const { quantity, notes: counted } = readQuantity(cell('quantity'))
  const people = [cell('contact', ' / '), cell('reach', ' / ')].filter(Boolean).join(' ')
  const { contacts, notes: reached } = readContacts(people, cut(sponsor.text, 60).text)
  const notes: Note[] = [...counted, ...reached]
  if (title.text === '') notes.push('no-gift')
  if (sponsor.rest || title.rest) notes.push('shortened')
  // What was not understood is kept word for word, where organisers read it.
  const unread = [
    counted.some((note) =>
      ['quantity-unread', 'too-many', 'range', 'about', 'multiplied', 'unstated'].includes(note),
    ) && cleanCell(cell('quantity')),
    reached.length > 0 && cleanCell(people),
    title.rest && cleanCell(cell('gift')),
  ].filter(Boolean)
  return {
    row,
    sponsor: sponsor.text,
    title: title.text,
    sort: sortFor(title.text),
    quantity,
    delivery: cut(cleanCell(cell('delivery')), 200).text,
    note: cut([cleanCell(cell('note')), ...unread].filter(Boolean).join('\n'), 1_000).text,
    contacts,
    notes,
    skipped: sponsor.text === '' ? 'no-sponsor' : null,
  }
}

const guesses: [RegExp, GiftSort][] = [
  [/场地|会议室|venue/i, 'venue'],
  [/茶歇|咖啡|饮料|奶茶|零食|餐|蛋糕|coffee|tea\b|snack|lunch|drinks?/i, 'food'],
  [/兑换码|激活码|会员|额度|code|membership|licen[cs]e/i, 'prize-code'],
  [/门票|券|票$|ticket|voucher/i, 'prize-voucher'],
  [/摄影|志愿|人手|主持|volunteer|photograph/i, 'hands'],
  [/宣传|推广|推文|媒体|media|promotion/i, 'media'],
  [/住宿|酒店|机票|车票|hotel|travel/i, 'travel'],
]

/** What sort of gift a title sounds like; a thing to be drawn where it says nothing else. */
const sortFor = (title: string): GiftSort => guesses.find(([words]) => words.test(title))?.[1] ?? 'prize-thing'

function cut(text: string, most: number): { text: string; rest: boolean } {
  const letters = [...text]
  return letters.length <= most
    ? { text, rest: false }
    : { text: `${letters.slice(0, most - 1).join('')}…`, rest: true }
}
