import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { displayFaceOf, displayFont } from '@/lib/media/fonts/display-font'
import { keepDisplayFont, readDisplayFont } from '@/lib/media/fonts/kept-font'
import { Piece } from '@/lib/media/fonts/piece'
import { expect, test } from '../support/test'

const faces: [string, string][] = [
  ['成都', 'huangyou'],
  ['呼和浩特', 'huangyou'],
  ['臺北', 'huangyou'],
  ['San Francisco', 'barlow'],
  ['Ürümqi', 'barlow'],
  ['Xi’an', 'barlow'],
  ['𠮷野', 'heavy'],
]

for (const [name, expected] of faces) {
  test(`${name} is set in ${expected}, as a whole`, () => {
    expect(displayFaceOf(name)).toBe(expected)
  })
}

for (const name of ['北京', '呼和浩特', '乌鲁木齐', 'Ürümqi', 'San Francisco']) {
  test(`the font of ${name} holds its glyphs, its capitals and nothing else`, async () => {
    const font = await displayFont(name)
    const wanted = new Set(name + name.toUpperCase())
    expect(font?.bytes.toString('latin1', 0, 4)).toBe('wOF2')
    expect(font?.bytes.length).toBeLessThan(4096)
    expect(font?.name).toMatch(/^[0-9a-f]{32}\.woff2$/)
    const piece = new Piece(await subsetFont(font?.bytes as Buffer, [...wanted].join(''), { targetFormat: 'woff' }))
    for (const character of wanted) {
      const glyph = piece.glyphOf(character.codePointAt(0) ?? 0)
      expect(glyph, character).toBeGreaterThan(0)
      if (character !== ' ') expect(piece.outlineOf(glyph).length, character).toBeGreaterThan(20)
    }
    expect(piece.glyphOf('猫'.codePointAt(0) ?? 0)).toBe(0)
  })
}

test('the same name gives the same font, another name another', async () => {
  const [one, again, other] = [await displayFont('上海'), await displayFont('上海'), await displayFont('深圳')]
  expect(again?.name).toBe(one?.name)
  expect(other?.name).not.toBe(one?.name)
})

test('a name no face has in full gets no font', async () => {
  expect(await displayFont('القاهرة')).toBeNull()
  expect(await displayFont('🎉')).toBeNull()
})

test('a kept font is read by its own name only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'))
  try {
    const font = await keepDisplayFont('成都', folder)
    expect((await readDisplayFont(font?.name ?? '', folder))?.equals(font?.bytes as Buffer)).toBe(true)
    for (const name of ['../../etc/passwd', '0'.repeat(32), `${'0'.repeat(32)}.woff2`, '../secret.woff2']) {
      expect(await readDisplayFont(name, folder), name).toBeNull()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
