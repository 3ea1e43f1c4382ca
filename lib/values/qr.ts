import { deflateSync } from 'node:zlib'
import { encode } from 'uqr'

const pixelsPerModule = 8

/**
 * A QR code as PNG: error correction M, a quiet zone of four modules, black on white also in the dark (a scanner needs
 * the ground white). PNG and not SVG, because phones save and recognise it on a long press.
 */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const width = size * pixelsPerModule
  const rowBytes = Math.ceil(width / 8)
  const raw = Buffer.alloc((rowBytes + 1) * width)
  for (let y = 0; y < width; y++) {
    const row = data[Math.floor(y / pixelsPerModule)] ?? []
    const start = y * (rowBytes + 1) + 1
    for (let x = 0; x < width; x++) {
      if (row[Math.floor(x / pixelsPerModule)]) continue
      const at = start + (x >> 3)
      raw[at] = (raw[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return png(width, width, raw)
}

/** The same as a `data:` address for an `<img>`. */
export const qrDataUrl = (text: string): string => `data:image/png;base64,${qrPng(text).toString('base64')}`

/** PNG of one bit a pixel, greyscale (W3C PNG, third edition). */
function png(width: number, height: number, raw: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(content.length + 8)
  framed.writeUInt32BE(body.length, 0)
  content.copy(framed, 4)
  framed.writeUInt32BE(crc32(content), content.length + 4)
  return framed
}

const table = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
