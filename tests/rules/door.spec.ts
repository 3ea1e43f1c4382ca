import jsQR from 'jsqr'
import sharp from 'sharp'
import { maskName, readTyped, ticketTail } from '@/lib/checkin/rules'
import { letterOf } from '@/lib/mail/letter'
import { secondsUntilNextTry } from '@/lib/messages/rules'
import { csvLine } from '@/lib/values/csv'
import { qrPng } from '@/lib/values/qr'
import { expect, test } from '../support/test'

const secret = 'Wk_MLL9EhP3A7oBZziAcjVTtdXQ'

for (const [typed, read] of [
  [`https://example.org/t/${secret}`, { kind: 'secret', secret }],
  [`  http://localhost:3000/t/${secret}?lang=en `, { kind: 'secret', secret }],
  ['ABC234', { kind: 'code', code: 'ABC234' }],
  ['abc-234', { kind: 'code', code: 'ABC234' }],
  ['ＡＢＣ ２３４', { kind: 'code', code: 'ABC234' }],
  ['ABC10O', { kind: 'name', name: 'ABC10O' }],
  ['ABC2345', { kind: 'name', name: 'ABC2345' }],
  ['林一诺', { kind: 'name', name: '林一诺' }],
  ['https://example.org/t/short', { kind: 'name', name: 'https://example.org/t/short' }],
] as const) {
  test(`at the door "${typed}" is read as a ${read.kind}`, () => expect(readTyped(typed)).toEqual(read))
}

for (const [name, masked] of [
  ['林一', '林＊'],
  ['欧阳清越', '欧＊＊'],
  ['Ada Lindqvist', 'A. L.'],
  ['Madonna', 'M.'],
  ['👩 Emoji', '👩. E.'],
] as const) {
  test(`${name} is shown at the door as ${masked}`, () => expect(maskName(name)).toBe(masked))
}

test('three signs of a ticket code tell two people apart', () => expect(ticketTail('ABC234')).toBe('234'))

for (const [cell, written] of [
  ['=1+1', `"'=1+1"`],
  ['+1+cmd|x', `"'+1+cmd|x"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['  =1', `"'  =1"`],
  ['+8613800138000', '"+8613800138000"'],
  ['say "hi"', '"say ""hi"""'],
  ['林一诺', '"林一诺"'],
] as const) {
  test(`a spreadsheet takes ${JSON.stringify(cell)} as text`, () => expect(csvLine([cell])).toBe(`${written}\r\n`))
}

test('a ticket’s QR code is read back by a scanner, white around it by four modules', async () => {
  const address = `https://next-stop.example.org/t/${secret}`
  const { data, info } = await sharp(qrPng(address)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address)
  const quiet = 4 * 8
  for (let x = 0; x < info.width; x++) {
    for (const y of [0, quiet - 1, info.height - 1]) expect(data[(y * info.width + x) * 4]).toBe(255)
  }
})

test('a letter’s HTML shows what people typed as text, and its link as a link', () => {
  const letter = letterOf(
    { subject: '<s>', text: '<script>alert(1)</script>\n\n{link}', locale: 'en' },
    { link: 'https://example.org/t/a?b&c', notMe: 'https://example.org/zh/mail/1/2' },
  )
  expect(letter.html).not.toContain('<script>')
  expect(letter.html).toContain('href="https://example.org/t/a?b&#38;c"')
  expect(letter.html).toContain('lang="en"')
  expect(letter.text).toContain('https://example.org/t/a?b&c')
})

test('tries come ever later, two hours apart at most', () => {
  expect([1, 2, 3, 9, 10].map(secondsUntilNextTry)).toEqual([30, 60, 120, 7_200, 7_200])
})
