import { readContacts, readQuantity } from '@/lib/sponsors/rules/import-cells'
import { readSponsorTable } from '@/lib/sponsors/rules/import-rows'
import { pastedFrom, tableOf } from '@/lib/sponsors/rules/import-table'
import { aWorkbook } from '../support/lists'
import { messyTable, phones } from '../support/messy-sponsors'
import { expect, test } from '../support/test'

const counts = [
  ['10个', 10, []],
  ['１０', 10, []],
  ['1,000', 1_000, []],
  ['20 pcs', 20, []],
  ['三十套', 30, []],
  ['两百', 200, []],
  ['十二', 12, []],
  ['2箱×12', 24, ['multiplied']],
  ['3 boxes x 20', 60, ['multiplied']],
  ['约50份', 50, ['about']],
  ['5-10', 5, ['range']],
  ['若干', null, ['unstated']],
  ['TBD', null, ['unstated']],
  ['0', null, ['unstated']],
  ['10001', null, ['too-many']],
  ['半车', null, ['quantity-unread']],
  ['', null, []],
] as const
for (const [cell, quantity, notes] of counts) {
  test(`how many "${cell}" is`, () => {
    expect(readQuantity(cell)).toEqual({ quantity, notes })
  })
}

test('a cell of contacts is read person by person, whatever stands between them', () => {
  const { contacts, notes } = readContacts('张三 13800138000 / 李四（微信：lisi_88）、wang@example.com', '示例科技')
  expect(contacts).toEqual([
    { name: '张三', email: null, phone: '+8613800138000', wechat: '' },
    { name: '李四', email: 'wang@example.com', phone: null, wechat: 'lisi_88' },
  ])
  expect(notes).toEqual([])
  expect(readContacts('联系人：小张，电话：+65 8000 0123', 'x').contacts).toEqual([
    { name: '小张', email: null, phone: '+6580000123', wechat: '' },
  ])
  expect(readContacts('a@example.com', '示例科技').contacts[0]?.name).toBe('示例科技')
})

test('numbers of ten countries are read as they are called', () => {
  const read = phones.map((phone) => readContacts(`小张 ${phone}`, 'x').contacts[0])
  expect(read.map((person) => person?.name)).toEqual(phones.map(() => '小张'))
  expect(read.map((person) => person?.phone)).toEqual([
    '+8613800138000',
    '+8613800138001',
    '+85255500123',
    '+886900000123',
    '+6580000123',
    '+12025550123',
    '+447700900123',
    '+4915123456789',
    '+819000000123',
    '+33600000123',
    '+61491570156',
  ])
})

test('a number nobody can call is remarked, and its cell stays in the note', () => {
  const [row] = readSponsorTable([
    ['赞助方', '奖品', '数量', '联系人', '备注'],
    ['示例科技', '帆布袋', '半车', '小张 123 456 78', '易碎'],
  ])
  expect(row?.notes).toEqual(['quantity-unread', 'phone-unread'])
  expect(row?.note).toBe('易碎\n半车\n小张 123 456 78')
})

test('columns are found by their heads in both languages, and by their usual order without heads', () => {
  const english = readSponsorTable([
    ['Note', 'Company', 'Prize', 'Qty'],
    ['', 'Example Ltd', 'Stickers', '5'],
  ])
  expect(english).toMatchObject([{ sponsor: 'Example Ltd', title: 'Stickers', quantity: 5, row: 2 }])
  expect(readSponsorTable([['Example Ltd', 'Stickers', '5']])).toMatchObject([
    { sponsor: 'Example Ltd', title: 'Stickers', quantity: 5, row: 1 },
  ])
})

test('all of the 516 messy rows are read, and what is not understood is not lost', () => {
  const table = tableOf(messyTable())
  if (typeof table === 'string') throw new Error(table)
  const rows = readSponsorTable(table)
  expect(rows).toHaveLength(516)
  expect(rows.filter(({ skipped }) => skipped === 'no-sponsor').length).toBeGreaterThan(3)
  expect(rows.at(-1)?.skipped).toBe('twice')
  for (const row of rows) {
    expect(row.sponsor).toBe(row.sponsor.normalize('NFKC').replace(/\s+/g, ' ').trim())
    const typed = (table[row.row - 1]?.[2] ?? '').normalize('NFKC').replace(/,(?=\d{3})/, '')
    if (row.quantity === null && typed) expect(row.note).toContain(typed)
  }
})

/** A table's rows as they would come in. */
function read(text: string) {
  const table = tableOf(text)
  if (typeof table === 'string') throw new Error(table)
  return readSponsorTable(table)
}

test('the same rows uploaded as a workbook or as CSV read like the pasted table', async () => {
  const pasted = messyTable()
  const cells = pasted.split('\n').map((line) => line.split('\t'))
  const csv = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
  const rows = read(pasted)
  for (const file of [await aWorkbook(cells), new TextEncoder().encode(csv), Buffer.from(`\ufeff${csv}`, 'utf16le')]) {
    expect(read(await pastedFrom(new Blob([new Uint8Array(file)])))).toEqual(rows)
  }
})

test('quotation marks in a file stay what they are', async () => {
  const rows = [
    ['赞助方', '奖品'],
    ['"老虎" 工作室', '5" 屏幕'],
    ['"小熊"', '抱枕 "大"'],
  ]
  expect(tableOf(await pastedFrom(new Blob([new Uint8Array(await aWorkbook(rows))])))).toEqual(rows)
  const csv = new Blob(['赞助方,奖品\n王"五"工作室,抱枕\n'])
  expect(tableOf(await pastedFrom(csv))).toEqual([
    ['赞助方', '奖品'],
    ['王"五"工作室', '抱枕'],
  ])
})

test('a file that is no table is answered beside its field', async () => {
  for (const [bytes, code] of [
    [[], 'imports.no-rows'],
    [[0xd0, 0xcf, 0x11, 0xe0, 1, 2], 'imports.old-workbook'],
    [[0x50, 0x4b, 3, 4, 1, 2], 'imports.no-table'],
    [[0x61, 0x62, 0, 0, 0x0a], 'imports.no-table'],
    [[...new TextEncoder().encode('a,"b\nc')], 'imports.unreadable'],
  ] as const) {
    const error = await pastedFrom(new Blob([new Uint8Array(bytes)])).catch((thrown) => thrown)
    expect(error).toMatchObject({ code, about: { field: 'file' } })
  }
})
