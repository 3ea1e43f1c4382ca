// checklist: 41
import { deflateRawSync } from 'node:zlib'
import { aside } from '@/lib/jobs/aside'
import { guessColumns, missingColumns } from '@/lib/registration/rules/import-columns'
import { readTable, type Table } from '@/lib/registration/rules/import-file'
import { readRow } from '@/lib/registration/rules/import-rows'
import { plainZip, unpackWithin } from '@/lib/registration/rules/workbook'
import { canUndo, filterQuery, guestFilter, mustType } from '@/lib/registration/schema/guests'
import { aWorkbook, lists } from '../support/lists'
import { expect, test } from '../support/test'

const utf8 = (text: string) => new TextEncoder().encode(text)
async function table(bytes: Uint8Array): Promise<Table> {
  const read = await readTable(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read
}
/** Who comes of a list, as "name contact"; others as what they are. */
async function people(bytes: Uint8Array): Promise<string[]> {
  const { head, rows } = await table(bytes)
  const columns = guessColumns(head)
  return rows.map((cells) => {
    const row = readRow(cells, columns, 'zh')
    return row.kind === 'guest' ? `${row.guest.name} ${row.guest.contact.contact}` : row.kind
  })
}

const ada = 'Ada Lindqvist ada@example.com'
for (const [from, found] of [
  ['luma', ['林一诺 lin@example.com', ada, 'away', 'away']],
  ['eventbrite', [ada, '林一诺 lin@example.com', 'away']],
  ['meetup', [ada, 'away']],
  ['pretix', [ada, 'away']],
  ['hiEvents', [ada, 'away']],
  ['chinese', ['林一诺 +8613800138000', '欧阳清越 ouyang@example.com']],
] as const) {
  test(`a list from ${from} is read without a word`, async () => {
    expect(await people(utf8(lists[from]))).toEqual(found)
  })
}

// "姓名,邮箱\n林一诺,lin@example.com" as Excel in China saves it.
const gb18030 = Uint8Array.from([
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x2c,
  0xd3,
  0xca,
  0xcf,
  0xe4,
  0x0a,
  0xc1,
  0xd6,
  0xd2,
  0xbb,
  0xc5,
  0xb5,
  0x2c,
  ...utf8('lin@example.com'),
])
const text = '姓名,邮箱\n林一诺,lin@example.com'
const utf16 = (mark: boolean) => new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le'))
const swapped = (mark: boolean) => new Uint8Array(Buffer.from(utf16(mark)).swap16())
for (const [encoding, bytes] of [
  ['UTF-8', utf8(text)],
  ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
  ['GB18030', gb18030],
  ['UTF-16LE with its mark', utf16(true)],
  ['UTF-16BE with its mark', swapped(true)],
  ['old Mac line ends', utf8(text.replace('\n', '\r'))],
  ['Windows line ends and blank lines', utf8(`${text.replace('\n', '\r\n')}\r\n\r\n,,\r\n`)],
] as const) {
  test(`a list in ${encoding} is read`, async () => {
    expect(await people(bytes)).toEqual(['林一诺 lin@example.com'])
  })
}

test('UTF-16 without a mark is told by its zeros', async () => {
  for (const bytes of [
    new Uint8Array(Buffer.from(lists.pretix, 'utf16le')),
    new Uint8Array(Buffer.from(lists.pretix, 'utf16le').swap16()),
  ]) {
    expect(await people(bytes)).toEqual([ada, 'away'])
  }
})

test('a workbook is read, with numbers where Excel made numbers of phones', async () => {
  expect(
    await people(
      await aWorkbook([
        ['姓名', '手机'],
        ['林一诺', 13_800_138_000],
        ['Ada', '+4917012345678'],
      ]),
    ),
  ).toEqual(['林一诺 +8613800138000', 'Ada +4917012345678'])
})

const nested = (count: number) => `name,email\n${'a,b\n'.repeat(count)}`
for (const [what, bytes, problem] of [
  ['nothing', utf8(''), 'empty'],
  ['only blank lines', utf8('\n\n,,\n'), 'empty'],
  ['a head alone', utf8('name,email\n'), 'no-rows'],
  ['five thousand and one lines', utf8(nested(5_001)), 'too-many-rows'],
  ['a thousand columns', utf8(`${'a,'.repeat(999)}a\n${'b,'.repeat(999)}b\n`), 'too-many-columns'],
  ['more than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 'too-big'],
  [
    'a quotation mark that never closes',
    utf8('name,email\n"Ada,ada@example.com\nBo,bo@example.com\n'),
    'broken-quotes',
  ],
  ['a quotation mark before megabytes of lines', utf8(`name,email\n"${'a\n'.repeat(2_500_000)}`), 'broken-quotes'],
  ['a line of megabytes', new Uint8Array(5_000_000).fill(0x2c), 'too-many-columns'],
  ['zeros', utf8('name,email\nAda\0,ada@example.com'), 'not-text'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-workbook'],
  ['half a workbook', utf8('PK\u0003\u0004 nothing more'), 'broken-workbook'],
] as const) {
  test(`${what} is answered, not thrown`, async () => expect(await readTable(bytes)).toBe(problem))
}

test('a quotation mark inside a cell is a letter', async () => {
  const { rows } = await table(utf8('name,email\nAda "the first" L,ada@example.com\n'))
  expect(rows).toEqual([['Ada "the first" L', 'ada@example.com']])
})

test('five thousand lines are not too many', async () => {
  expect((await table(utf8(nested(5_000)))).rows).toHaveLength(5_000)
})

/** A ZIP file of one entry that claims to be as small as `told`. */
function aZip(content: Buffer, told = content.length): Buffer {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const sizes = (header: Buffer, at: number) => {
    header.writeUInt32LE(packed.length, at)
    header.writeUInt32LE(told, at + 4)
    header.writeUInt16LE(name.length, at + 8)
  }
  const local = Buffer.alloc(30)
  local.write('PK\u0003\u0004', 'latin1')
  local.writeUInt16LE(8, 8)
  sizes(local, 18)
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002', 'latin1')
  entry.writeUInt16LE(8, 10)
  sizes(entry, 20)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

test('a bomb is found by unpacking it, whatever it says of itself', async () => {
  const bomb = aZip(Buffer.alloc(64 * 1024 * 1024), 1_000)
  expect(bomb.length).toBeLessThan(100_000)
  expect(unpackWithin(bomb, 24 * 1024 * 1024)).toBeNull()
  expect(await readTable(new Uint8Array(bomb))).toBe('broken-workbook')
  for (const far of ['XFD1048576', 'A9999999', '1e9', '&#57;']) {
    const sheet = `<worksheet><sheetData><row><c r="A1"/></row><row><c x=">" r='${far}'/></row></sheetData></worksheet>`
    expect(await readTable(new Uint8Array(aZip(Buffer.from(sheet)))), far).toBe('too-many-rows')
  }
  expect(unpackWithin(aZip(Buffer.from('<sheet/>')), 100)).toHaveLength(1)
})

test('a sheet made to take minutes is given up in time, and nobody waits for it', async () => {
  // Its reader takes the square of so many attributes.
  const slow = Buffer.from(`<worksheet><sheetData><c ${'a="1" '.repeat(400_000)}/></sheetData></worksheet>`)
  const book = unpackWithin(Buffer.from(await aWorkbook([['name']])), 1_000_000) ?? []
  const zip = plainZip(book.map((one) => (one.name.includes('sheet1') ? { ...one, content: slow } : one)))
  let ticks = 0
  const clock = setInterval(() => ticks++, 10)
  const begun = performance.now()
  const read = aside('sheet', { zip, mostRows: 9, mostColumns: 9 }, { withinMs: 600, mostMegabytes: 256 })
  expect(await read).toBeNull()
  clearInterval(clock)
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(ticks).toBeGreaterThan(20)
})

test('what the list of a workbook does not name is not read, however well it is packed', async () => {
  const book = Buffer.from(await aWorkbook([['name'], ['Ada']]))
  const end = book.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const list = book.readUInt32LE(end + 16)
  const sheet = Buffer.from(
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Eve</t></is></c></row></sheetData></worksheet>',
  )
  const other = aZip(sheet)
  const hidden = other.subarray(0, other.readUInt32LE(other.length - 6))
  const both = Buffer.concat([book.subarray(0, list), hidden, book.subarray(list)])
  both.writeUInt32LE(list + hidden.length, end + hidden.length + 16)
  expect((await table(new Uint8Array(both))).rows).toEqual([['Ada']])
})

test('no kind of column is taken twice, and one without a contact says so', () => {
  expect(guessColumns(['Full Name', 'Name', 'E-mail', 'Email Address', 'Notes'])).toEqual([
    'skip',
    'name',
    'email',
    'skip',
    'skip',
  ])
  expect(missingColumns(guessColumns(['Name', 'RSVP']))).toEqual(['contact'])
  expect(missingColumns(guessColumns(['x', '手机']))).toEqual(['name'])
})

for (const [what, cells, code] of [
  ['no name', ['', 'a@example.com'], 'empty'],
  ['41 characters', ['名'.repeat(41), 'a@example.com'], 'too-long'],
  ['a control character', ['a\u0007b', 'a@example.com'], 'control-characters'],
  ['a list of addresses', ['Ada', 'a@example.com,b@example.com'], 'not-a-contact'],
  ['no contact', ['Ada', ''], 'empty'],
] as const) {
  test(`a line with ${what} says what is wrong`, () => {
    expect(readRow(cells, ['name', 'email'], 'en')).toMatchObject({ kind: 'wrong', code })
  })
}

test('the address of a list says only what differs, and comes back the same', () => {
  for (const search of [
    {},
    { tab: 'waitlisted' },
    { tab: 'pending', q: '王', sort: 'name', by: 'phone', came: 'in' },
  ]) {
    const filter = guestFilter(search)
    expect(filterQuery(filter)).toEqual(search)
    expect(guestFilter(filterQuery(filter))).toEqual(filter)
  }
  expect(guestFilter({ tab: 'nonsense', sort: 'place', by: 'x', came: '', q: `${'a'.repeat(200)}` })).toEqual({
    tab: 'all',
    q: 'a'.repeat(80),
    sort: 'newest',
    by: 'any',
    came: 'any',
  })
})

test('what can be undone asks for nothing, what cannot asks for the number', () => {
  expect([canUndo('decline', false, 200), mustType('decline', false, 200)]).toEqual([true, false])
  expect([canUndo('decline', true, 1), mustType('decline', true, 1)]).toEqual([false, true])
  expect([canUndo('cancel', false, 201), mustType('cancel', false, 201)]).toEqual([false, true])
  expect([canUndo('approve', true, 5), mustType('approve', true, 5)]).toEqual([false, false])
})
