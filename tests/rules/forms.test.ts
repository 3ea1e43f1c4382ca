import { z } from 'zod'
import { allDoors } from '../support/doors'
import { allForms, formOf, isText, likely } from '../support/schemas'
import { expect, test } from '../support/test'

test.setTimeout(60_000)

/** Fields that take what nobody can mean, as `file name.field: what`. */
async function takers(sent: Record<string, unknown>, forms = allForms()): Promise<string[]> {
  const found: string[] = []
  for (const { file, name, shape } of await forms) {
    for (const [field, type] of Object.entries(shape)) {
      for (const [what, value] of Object.entries(sent)) {
        if (type.safeParse(value).success) found.push(`${file} ${name}.${field} takes ${what}`)
      }
    }
  }
  return found
}

const careless = Promise.resolve([
  { file: 'made up', name: 'form', shape: { words: z.string(), list: z.array(z.string()), any: z.unknown() } },
])

const ENDLESS = {
  'a hundred thousand letters': 'a'.repeat(100_001),
  'two hundred thousand digits': '1'.repeat(200_000),
  'ten thousand values': Array.from({ length: 10_000 }, () => '1'),
  'one endless value': ['a'.repeat(100_001)],
}

test('every field has a bound', async () => {
  expect((await takers(ENDLESS, careless)).length).toBeGreaterThan(4)
  expect((await allForms()).length).toBeGreaterThan(5)
  expect(await takers(ENDLESS)).toEqual([])
})

const OPERATORS = {
  'an operator': { not: '' },
  'a nested operator': { in: [''] },
  'a number': 1,
  true: true,
  null: null,
  'a list of lists': [['a']],
  'a list of operators': [{ not: '' }],
}

test('every field takes text only, never an operator or another type', async () => {
  expect((await takers(OPERATORS, careless)).length).toBeGreaterThan(4)
  expect(await takers(OPERATORS)).toEqual([])
})

const HIDDEN = {
  'a null character': 'a\u0000b',
  'a bell': 'a\u0007b',
  'an override': 'a\u202eb',
  'an isolate': 'a\u2067b',
}

test('no field keeps control characters or turned-round text', async () => {
  expect((await takers(HIDDEN, careless)).length).toBeGreaterThan(2)
  expect(await takers(HIDDEN)).toEqual([])
})

const OWN = { organizer: 'event', series: 'series', holder: 'link' } as const

test('no form claims a field by which its door finds what is meant', async () => {
  const forms = await allForms()
  const claimed = allDoors().flatMap((door) => {
    const [, kind] = /^(organizer|series|holder)/.exec(door.wrapper) ?? []
    const shape = formOf(door, forms)?.shape ?? {}
    return ['requestKey', OWN[kind as keyof typeof OWN]]
      .filter((field) => field && field in shape)
      .map((field) => `${door.file} ${door.name}: ${field}`)
  })
  expect(claimed).toEqual([])
})

// A throw is written down in the few characters that the draw's protocol agrees on.
const WRITTEN = new Set(['throwSchema.text'])

test('every field takes something likely, and text takes every script', async () => {
  const odd = ['张三', 'שלום', 'مرحبا', 'Zoë 🎉', '👩‍👩‍👧', "O'Brien <script>", 'ẞ']
  const fields = (await allForms()).flatMap(({ name, shape }) =>
    Object.entries(shape).map(([field, type]) => ({ field: `${name}.${field}`, type })),
  )
  expect(fields.filter(({ type }) => likely(type) === undefined).map(({ field }) => field)).toEqual([])
  const texts = fields.filter(({ field, type }) => isText(type) && !WRITTEN.has(field))
  expect(texts.length).toBeGreaterThan(20)
  const refusing = texts.flatMap(({ field, type }) =>
    odd.filter((text) => !type.safeParse(text).success).map((text) => `${field} refuses ${text}`),
  )
  expect(refusing).toEqual([])
})
