import { codesIn, textOfFile } from '@/lib/prizes/rules/codes'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const refused = (read: () => unknown) => refusalOf(Promise.resolve().then(read))

test('one code a line, each once; a table keeps number and password together; a heading is none', () => {
  for (const [text, codes, twice] of [
    ['A1\nB2\nA1\n', ['A1', 'B2'], 1],
    ['\r\n  A1  \r\n\r\nB2', ['A1', 'B2'], 0],
    ['code\nA1', ['A1'], 0],
    ['兑换码,密码\n1001,"pw 1"\n1002,pw2', ['1001 pw 1', '1002 pw2'], 0],
    ['卡号\t密码\n1001\tpw1', ['1001 pw1'], 0],
    ['Ａ１\nA1', ['A1'], 1],
    ['CODE-1', ['CODE-1'], 0],
  ] as const) {
    expect(codesIn(text), text).toEqual({ codes, twice })
  }
})

test('what is no list of codes is refused with a sentence', async () => {
  expect(await refused(() => codesIn('\n \n'))).toBe('prizes.no-codes')
  expect(await refused(() => codesIn('code'))).toBe('prizes.no-codes')
  expect(await refused(() => codesIn('x'.repeat(201)))).toBe('prizes.code-too-long')
  expect(await refused(() => codesIn('A1\nB\u00002'))).toBe('prizes.code-too-long')
  expect(await refused(() => codesIn(Array.from({ length: 10_001 }, (_, n) => `C${n}`).join('\n')))).toBe(
    'prizes.codes-too-many',
  )
})

test('files are read as UTF-8, UTF-16 and GB18030; pictures and programs are no lists', async () => {
  const gb = Uint8Array.from([0xb6, 0xd2, 0xbb, 0xbb, 0xc2, 0xeb, 0x0a, 0x41, 0x31])
  expect(textOfFile(gb)).toBe('兑换码\nA1')
  expect(codesIn(textOfFile(gb)).codes).toEqual(['A1'])
  expect(textOfFile(new TextEncoder().encode('\ufeff兑换码\nA1'))).toBe('兑换码\nA1')
  expect(textOfFile(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x31, 0x00]))).toBe('A1')
  expect(await refused(() => textOfFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a])))).toBe(
    'prizes.codes-unreadable',
  )
})
