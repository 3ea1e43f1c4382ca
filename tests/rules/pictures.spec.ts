import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { drawPicture } from '@/lib/media/pictures/draw'
import { type PictureFormat, type PosterStop, plans } from '@/lib/media/pictures/formats'
import { keptPicture, pictureName } from '@/lib/media/pictures/kept-picture'
import { expect, test } from '../support/test'

const chengdu: PosterStop = {
  slug: 'chengdu-2026',
  number: 7,
  badge: '第 07 站',
  city: '成都',
  cityLatin: 'Chengdu',
  title: '开源社区线下聚会：和写代码的人坐下来聊聊',
  dateText: '2026.12.05 周六 14:00',
  venueText: '天府软件园 D 区 · 名额 80',
  freeText: '长按识别二维码报名 · 免费',
  url: 'https://next-stop.example.org/zh/events/chengdu-2026',
  pigment: 'cinnabar',
}

const sizes: [PictureFormat, number, number][] = [
  ['card', 1200, 630],
  ['tall', 1080, 1440],
  ['wide', 900, 383],
  ['square', 500, 500],
  ['screen', 1920, 1080],
]

for (const [format, width, height] of sizes) {
  test(`the ${format} picture is a PNG of exactly ${width} × ${height}`, async () => {
    const { bytes, type } = await drawPicture(chengdu, format, 'zh')
    expect(type).toBe('image/png')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width, height })
  })
}

test('the poster to print is an A3 sheet of outlines only', async () => {
  const { bytes, type } = await drawPicture(chengdu, 'a3', 'zh')
  const svg = bytes.toString()
  expect(type).toBe('image/svg+xml')
  expect(svg).toMatch(/^<svg [^>]*width="297mm" height="420mm"/)
  expect(plans.a3.height / plans.a3.width).toBeCloseTo(420 / 297, 2)
  expect(svg).not.toMatch(/<text|<image|<script|@font-face|href=/)
})

for (const format of ['tall', 'a3'] as const) {
  test(`the code on the ${format} poster opens the stop's page`, async () => {
    const { bytes } = await drawPicture(chengdu, format, 'zh')
    const { data, info } = await sharp(bytes).resize(900).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(chengdu.url)
  })
}

test('the same stop gives the same bytes, another slug another picture', async () => {
  const [one, again, other] = [
    await drawPicture(chengdu, 'card', 'zh'),
    await drawPicture(chengdu, 'card', 'zh'),
    await drawPicture({ ...chengdu, slug: 'chengdu-2027' }, 'card', 'zh'),
  ]
  expect(one.bytes.equals(again.bytes)).toBe(true)
  expect(one.bytes.equals(other.bytes)).toBe(false)
})

const strange: [string, Partial<PosterStop>][] = [
  ['emoji', { title: '🎉🎉 一起AI 👩‍👩‍👧‍👦', city: '🏙️', badge: '🚉' }],
  ['right-to-left writing', { title: 'لقاء المصادر المفتوحة', city: 'القاهرة', cityLatin: 'Cairo' }],
  ['marks of direction and controls', { title: 'a\u202eb\u0000c\u2066d\ufeff', venueText: '\u0007' }],
  ['characters no face has', { city: '𠮷𪚥', title: '𪚥𪚥𪚥', cityLatin: '' }],
  ['traditional characters', { city: '臺北', cityLatin: 'Taipei', title: '開源社群的聚會' }],
  ['half a character', { title: '\ud83d', city: '\udc00' }],
  ['markup', { title: '<script>alert(1)</script> & "quotes"', venueText: ']]>' }],
  ['nothing at all', { title: '', city: '', cityLatin: '', badge: '', dateText: '', venueText: '', freeText: '' }],
  [
    'a very long title without spaces',
    { title: '很'.repeat(400), venueText: 'x'.repeat(300), dateText: '日'.repeat(80) },
  ],
  ['a long city', { city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch', cityLatin: 'Llanfair PG' }],
  ['accents', { city: 'Ürümqi', cityLatin: 'Ürümqi', title: 'Đà Nẵng – Łódź – São Paulo' }],
]

for (const [name, words] of strange) {
  test(`${name} neither breaks a picture nor asks the network for anything`, async () => {
    const network = forbidNetwork()
    try {
      for (const format of ['card', 'tall', 'a3'] as const) {
        const { bytes } = await drawPicture({ ...chengdu, ...words }, format, 'en')
        const { width, height } = await sharp(bytes, { density: 72 }).metadata()
        expect(width / height).toBeCloseTo(plans[format].width / plans[format].height, 1)
      }
      expect(network.asked).toEqual([])
    } finally {
      network.allow()
    }
  })
}

test('a city with a letter no face has is named in Latin as a whole', async () => {
  const rare = await drawPicture({ ...chengdu, city: '𠮷野', cityLatin: 'Yoshino' }, 'square', 'zh')
  const latin = await drawPicture({ ...chengdu, city: 'Yoshino', cityLatin: '' }, 'square', 'zh')
  expect(rare.bytes.equals(latin.bytes)).toBe(true)
})

test('a picture is drawn once and then read from the folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  try {
    const wanted = { locale: 'zh', folder } as const
    const [first, same] = await Promise.all([
      keptPicture(chengdu, 'square', wanted),
      keptPicture(chengdu, 'square', wanted),
    ])
    expect(same).toBe(first)
    expect(await readdir(folder)).toEqual([pictureName(chengdu, 'square', 'zh')])
    const later = await keptPicture(chengdu, 'square', wanted)
    expect(later.bytes.equals(first.bytes)).toBe(true)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('other words, another format or language give a picture another name', () => {
  const names = [
    pictureName(chengdu, 'card', 'zh'),
    pictureName(chengdu, 'card', 'en'),
    pictureName(chengdu, 'wide', 'zh'),
    pictureName({ ...chengdu, title: '换个题目' }, 'card', 'zh'),
    pictureName({ ...chengdu, pigment: 'dai' }, 'card', 'zh'),
  ]
  expect(new Set(names).size).toBe(names.length)
})

function forbidNetwork() {
  const asked: string[] = []
  const { fetch } = globalThis
  const { connect } = Socket.prototype
  globalThis.fetch = (input) => {
    asked.push(String(input))
    throw new Error('drawing asked the network')
  }
  Socket.prototype.connect = () => {
    asked.push('a socket')
    throw new Error('drawing opened a socket')
  }
  return {
    asked,
    allow() {
      globalThis.fetch = fetch
      Socket.prototype.connect = connect
    },
  }
}
