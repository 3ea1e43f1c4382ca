import { crc32, inflateRawSync } from 'node:zlib'

const listEnd = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50

type Packed = { name: Buffer; content: Buffer }

/**
 * What a ZIP file holds, or null when it unpacks to more than so many bytes in all, or is none. It is really unpacked,
 * with a bound, because the sizes that a file tells of itself may be lies ("zip bomb"). Layout: PKWARE's APPNOTE, 4.3.
 */
export function unpackWithin(zip: Buffer, most: number): Packed[] | null {
  const found: Packed[] = []
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || zip.readUInt32LE(end) !== listEnd) return null
    const entries = zip.readUInt16LE(end + 10)
    let at = zip.readUInt32LE(end + 16)
    let left = most
    if (entries > 500) return null
    for (let n = 0; n < entries; n++) {
      if (zip.readUInt32LE(at) !== entrySign) return null
      const content = unpacked(zip, at, left)
      left -= content.length
      if (left < 0) return null
      found.push({ name: zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)), content })
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return found
  } catch {
    return null
  }
}

/**
 * A ZIP file of exactly this, unpacked. A reader that goes through a file from its start finds entries that its list
 * does not name, which nobody looked at: so it is handed another one, in which there are none.
 */
export function plainZip(entries: readonly Packed[]): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content } of entries) {
    // Version 2.0, no flags, not packed, no date; checksum and both sizes; no further fields.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const file = Buffer.concat([signed(localSign), facts, name, content])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(signed(entrySign), Buffer.from([20, 0]), facts, place, name)
    files.push(file)
    at += file.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(list).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, ...list, signed(listEnd), end])
}

function signed(sign: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(sign)
  return bytes
}

function unpacked(zip: Buffer, entry: number, most: number): Buffer {
  const method = zip.readUInt16LE(entry + 10)
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== localSign) throw new RangeError('no entry where the list says')
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
