import { inflateRawSync } from 'node:zlib'

const listEnd = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50

/**
 * Does everything in a ZIP file unpack to at most so many bytes in all? It is really unpacked, with a bound, because
 * the sizes that a file tells of itself may be lies ("zip bomb"); `look` is shown each content. Layout: PKWARE's
 * APPNOTE, 4.3.
 */
export function unpacksWithin(zip: Buffer, most: number, look: (content: Buffer) => void = () => {}): boolean {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || zip.readUInt32LE(end) !== listEnd) return false
    const entries = zip.readUInt16LE(end + 10)
    let at = zip.readUInt32LE(end + 16)
    let left = most
    if (entries > 500) return false
    for (let n = 0; n < entries; n++) {
      if (zip.readUInt32LE(at) !== entrySign) return false
      const content = unpacked(zip, at, left)
      left -= content.length
      if (left < 0) return false
      look(content)
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return true
  } catch {
    return false
  }
}

function unpacked(zip: Buffer, entry: number, most: number): Buffer {
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== localSign) throw new RangeError('no entry where the list says')
  // Whoever reads the file makes room for what is told here.
  if (zip.readUInt32LE(local + 22) > most) throw new RangeError('more than may be')
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(start, start + packed)
  if (method === 0) return bytes
  if (method !== 8) throw new RangeError('packed in another way')
  return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
}

const place = /(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const plainPlace = /^([A-Z]{0,3})(\d{1,7})$/

/**
 * How many cells a sheet takes up from its first to its last, empty ones too: a file of a kilobyte may name the last
 * row and the last column there can be, and a reader fills all between. Infinite for a place that is none.
 */
export function cellsIn(sheet: Buffer): number {
  const text = sheet.toString('latin1')
  if (!text.includes('sheetData')) return 0
  let rows = text.split('<row').length
  let columns = 1
  for (const [, quoted, single] of text.matchAll(place)) {
    const [, letters = '', row] = plainPlace.exec(quoted ?? single ?? '') ?? []
    if (row === undefined) return Number.POSITIVE_INFINITY
    rows = Math.max(rows, Number(row))
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    )
  }
  return rows * columns
}
