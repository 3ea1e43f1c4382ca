import { addContactSchema, addGiftSchema, colleagueSchema, deskGiftSchema } from '@/lib/sponsors/schema/gifts'
import { addNeedSchema, offerSchema } from '@/lib/sponsors/schema/needs'
import { parsePhone } from '@/lib/values/address'
import { readForm } from '@/lib/web/form'
import { phones } from '../support/messy-sponsors'
import { filled, type Shape } from '../support/schemas'
import { expect, test } from '../support/test'

/** What a form says of one field: its problem's code, or what was read. */
function told(schema: Parameters<typeof readForm>[0], field: string, value: string) {
  const data = new URLSearchParams()
  for (const [name, text] of Object.entries({ ...filled(schema.shape as Shape), [field]: value }))
    data.set(name, String(text))
  const reading = readForm(schema, data)
  return reading.ok ? (reading.input as Record<string, unknown>)[field] : reading.problems[field]?.code
}

for (const [what, schema] of Object.entries({ deskGiftSchema, addGiftSchema, addNeedSchema, offerSchema })) {
  test(`a quantity is a whole number from 1 to 10,000 or open: ${what}`, () => {
    for (const [typed, wanted] of [
      ['0', 'too-small'],
      ['-1', 'too-small'],
      ['10001', 'too-big'],
      ['10000', 10_000],
      ['1', 1],
      [' １２ ', 12],
      ['', null],
      ['1.5', 'not-a-number'],
      ['1e3', 'not-a-number'],
      ['几把', 'not-a-number'],
      ['9'.repeat(21), 'too-long'],
    ] as const) {
      expect(told(schema, 'quantity', typed), typed).toBe(wanted)
    }
  })
}

test('phone numbers of ten countries are taken as people write them, and none is made up', () => {
  expect(new Set(phones.map((phone) => parsePhone(phone)?.slice(0, 3))).size).toBe(10)
  for (const phone of phones) expect(told(addContactSchema, 'phone', phone), phone).toMatch(/^\+\d{8,15}$/)
  expect(told(addContactSchema, 'phone', '００８６ １３８ ００１３ ８０００')).toBe('+8613800138000')
  for (const wrong of ['12345', '+0 123456789', '138 0013 800x', '+86 138 0013 8000 ext 5']) {
    expect(told(addContactSchema, 'phone', wrong), wrong).toBe('not-a-phone')
  }
  expect(told(colleagueSchema, 'email', 'nobody@')).toBe('not-an-email')
})
