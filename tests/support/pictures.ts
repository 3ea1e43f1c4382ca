import { constants, crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

/** Files as people and enemies send them, made here: none is kept in the repository. */
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** So many zeros as zlib packs them: of a gigabyte only one megabyte is packed, its piece repeated. */
function deflatedZeros(length: number): Buffer {
  const piece = 2 ** 20
  const packed = deflateRawSync(Buffer.alloc(piece), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const rest = deflateRawSync(Buffer.alloc(length % piece), { level: 9 })
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE((length % 65_521) * 65_536 + 1)
  const pieces = Array.from({ length: Math.floor(length / piece) }, () => packed)
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, rest, sum])
}

/** A real grey PNG of so many pixels, all of one colour: a few hundred kilobytes that unpack to `width` × `height`. */
export function aBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = deflatedZeros((width + 1) * height)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

type Look = { width?: number; height?: number; colour?: string }

const plain = ({ width = 60, height = 40, colour = '#c2361f' }: Look) =>
  sharp({ create: { width, height, channels: 3, background: colour } })

export const aPng = (look: Look = {}): Promise<Buffer> => plain(look).png().toBuffer()
export const aWebp = (look: Look = {}): Promise<Buffer> => plain(look).webp().toBuffer()

/** A photo as a phone writes it: lying on its side, with the place where it was taken and a comment. */
export const aPhonePhoto = (look: Look = {}): Promise<Buffer> =>
  plain({ width: 60, height: 40, ...look })
    .jpeg()
    .withExif({
      IFD0: { Orientation: '6', Make: 'CanaryPhone', ImageDescription: 'canary-place' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 49/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 25/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A see-through logo: a dark box of `ink` × `ink` in the middle of nothing. */
export const aLogo = (ink = 20, size = 80): Promise<Buffer> =>
  sharp({ create: { width: size, height: size, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([{ input: { create: { width: ink, height: ink, channels: 4, background: '#17211eff' } } }])
    .png()
    .toBuffer()

/** A file as a browser sends it. */
export const aFile = (bytes: Buffer, name = 'picture.png'): File =>
  new File([new Uint8Array(bytes)], name, { type: 'image/png' })
