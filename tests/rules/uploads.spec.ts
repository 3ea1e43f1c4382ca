import sharp from 'sharp'
import { formatOf } from '@/lib/media/uploads/decode'
import { encodePicture } from '@/lib/media/uploads/encode'
import { boxOf } from '@/lib/media/uploads/ink'
import { isPictureFile, mostPicturePixels, pictureFiles, pictureSet } from '@/lib/values/picture'
import { aBomb, aLogo, aPhonePhoto, aPng, aWebp } from '../support/pictures'
import { refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const name = 'ab'.repeat(16)
const refused = (bytes: Buffer) => refusalOf(encodePicture(bytes, name))

test('a photo of a phone comes out upright, in every size, with nothing of where or how it was taken', async () => {
  const sent = await aPhonePhoto({ width: 3000, height: 2000 })
  expect(sent.includes('CanaryPhone') && sent.includes('canary-place')).toBe(true)
  const { files, width, height, fallback } = await encodePicture(sent, name)
  expect([width, height, fallback]).toEqual([853, 1280, 'jpg'])
  expect([...files.keys()]).toEqual(pictureFiles({ name, fallback: 'jpg' }))
  for (const [file, bytes] of files) {
    const told = await sharp(bytes).metadata()
    expect([told.exif, told.orientation, told.icc, told.xmp], file).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(/Canary|canary|GPS/.test(bytes.toString('latin1')), file).toBe(false)
  }
  expect((await sharp(files.get(`${name}-320.webp`)).metadata()).height).toBe(320)
})

test('PNG and WebP come in too; what is see-through stays so, what was small stays small', async () => {
  for (const bytes of [await aPng(), await aWebp()]) {
    const { fallback, width, height } = await encodePicture(bytes, name)
    expect([fallback, width, height]).toEqual(['jpg', 60, 40])
  }
  const logo = await encodePicture(await aLogo(), name)
  expect(logo.fallback).toBe('png')
  expect((await sharp(logo.files.get(`${name}.png`)).metadata()).hasAlpha).toBe(true)
})

test('a picture of 900 megapixels is refused in milliseconds and without memory growing', async () => {
  const bomb = aBomb(30_000, 30_000)
  expect(bomb.length).toBeLessThan(1_000_000)
  await refused(aBomb(5_000, 5_000))
  const before = process.memoryUsage().rss
  const began = performance.now()
  for (let times = 0; times < 5; times++) expect(await refused(bomb)).toBe('media.too-large')
  expect((performance.now() - began) / 5).toBeLessThan(100)
  expect(process.memoryUsage().rss - before).toBeLessThan(32_000_000)
  // The control: a picture within the limit is really opened, so it is the limit that refuses the other.
  expect(await refused(aBomb(4_000, mostPicturePixels / 4_000))).toBe('done')
  expect(await refused(aBomb(4_001, mostPicturePixels / 4_000))).toBe('media.too-large')
})

const jpegOf = async () => await aPhonePhoto()
const strangers: Record<string, () => Buffer | Promise<Buffer>> = {
  'an SVG': () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
  'an SVG with a declaration': () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  'a page': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a PDF': () => Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF'),
  'a GIF': () =>
    Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;', 'latin1'),
  'a GIF that is also a script': () => Buffer.from('GIF89a=1;alert(1)//'),
  'a PDF in front of a JPEG': async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await jpegOf()]),
  'a TIFF': () => Buffer.from('II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00', 'latin1'),
  'nearly nothing': () => Buffer.from([0xff, 0xd8, 0xff]),
}
for (const [what, make] of Object.entries(strangers)) {
  test(`${what} is no picture`, async () => {
    expect(await refused(await make())).toBe('media.not-a-picture')
  })
}

test('a picture that is cut off, or only begins like one, is refused with a sentence', async () => {
  const whole = await aPng({ width: 400, height: 400 })
  expect(await refused(whole.subarray(0, whole.length - 60))).toBe('media.broken')
  expect(await refused(Buffer.concat([whole.subarray(0, 8), Buffer.alloc(200, 7)]))).toBe('media.broken')
  expect(await refused(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>'.repeat(9))]))).toBe(
    'media.broken',
  )
  expect(await refused(Buffer.alloc(5 * 1024 * 1024 + 1, 0xff))).toBe('media.too-heavy')
})

test('nothing of what hangs behind a picture, or was hidden in it, is kept', async () => {
  const sent = Buffer.concat([await aPng(), Buffer.from('<script>canary()</script>PK\x03\x04canary')])
  const { files } = await encodePicture(sent, name)
  for (const bytes of files.values()) expect(bytes.includes('canary')).toBe(false)
})

test('a format is told by its first bytes, never by its name', async () => {
  expect([formatOf(await aPng()), formatOf(await aWebp()), formatOf(await jpegOf())]).toEqual(['png', 'webp', 'jpeg'])
  expect(formatOf(Buffer.from('RIFF\x00\x00\x00\x00WAVE'))).toBeNull()
})

test('the ink of a logo is found within its margins, on a closed ground and on none', async () => {
  const { inkLeft, inkTop, inkWidth, inkHeight, inkShare } = await encodePicture(await aLogo(20, 80), name)
  for (const [found, wanted] of [
    [inkLeft, 0.375],
    [inkTop, 0.375],
    [inkWidth, 0.25],
    [inkHeight, 0.25],
    [inkShare, 1],
  ] as const) {
    expect(found).toBeCloseTo(wanted, 1)
  }
  const white = [255, 255, 255, 255]
  const black = [0, 0, 0, 255]
  expect(boxOf(Uint8Array.from([white, white, white, black].flat()), 2, 2)).toEqual({
    inkLeft: 0.5,
    inkTop: 0.5,
    inkWidth: 0.5,
    inkHeight: 0.5,
    inkShare: 1,
  })
  expect(boxOf(Uint8Array.from([white, white].flat()), 2, 1).inkShare).toBe(1)
})

test('the addresses of a picture name each width once, and only such names are files', () => {
  expect(pictureSet({ name, width: 600, height: 1200 })).toBe(
    `/api/media/${name}-320.webp 160w, /api/media/${name}-640.webp 320w, /api/media/${name}-1280.webp 600w`,
  )
  expect(pictureSet({ name, width: 100, height: 50 })).toBe(`/api/media/${name}-320.webp 100w`)
  expect(pictureFiles({ name, fallback: 'png' }).every(isPictureFile)).toBe(true)
  for (const wrong of ['', `${name}.svg`, `../${name}.jpg`, `${name}-999.webp`, `${name}.jpg/x`, name]) {
    expect(isPictureFile(wrong), wrong).toBe(false)
  }
})
