import { inflateRawSync } from 'node:zlib'

const listEnd = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50

/**
 * Does everything in a ZIP file unpack to at most so many bytes in all? It is really unpacked, with a bound, because
 * the sizes that a file tells of itself may be lies ("zip bomb"). Layout: PKWARE's APPNOTE, 4.3.
 */
export function unpacksWithin(zip: Buffer, most: number): boolean {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || zip.readUInt32LE(end) !== listEnd) return false
    const entries = zip.readUInt16LE(end + 10)
    let at = zip.readUInt32LE(end + 16)
    let left = most
    if (entries > 500) return false
    for (let n = 0; n < entries; n++) {
      if (zip.readUInt32LE(at) !== entrySign) return false
      left -= unpackedSize(zip, at, left)
      if (left < 0) return false
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return true
  } catch {
    return false
  }
}

function unpackedSize(zip: Buffer, entry: number, most: number): number {
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== localSign) throw new RangeError('no entry where the list says')
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (method === 0) return packed
  if (method !== 8) throw new RangeError('packed in another way')
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length
}
