import { inflateSync } from 'node:zlib'

/** The tables of one font by their four-letter tags. */
export type Tables = Readonly<Record<string, Buffer>>

/** Unpacks a WOFF 1.0 file (W3C 2012) into its tables. Throws on anything else. */
export function tablesOf(woff: Buffer): Tables {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const tables: Record<string, Buffer> = {}
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const entry = 44 + 20 * index
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const bytes = woff.subarray(start, start + packed)
    const plain = packed < woff.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes
    tables[woff.toString('latin1', entry, entry + 4)] = plain
  }
  return tables
}

/** Packs tables into a TrueType file (OpenType 1.9, "Organization of an OpenType font"). */
export function trueTypeFrom(tables: Tables): Buffer {
  const tags = Object.keys(tables).sort()
  const header = Buffer.alloc(12 + 16 * tags.length)
  const power = Math.floor(Math.log2(tags.length))
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(tags.length, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(tags.length * 16 - 2 ** power * 16, 10)
  const parts = [header]
  let start = header.length
  for (const [index, tag] of tags.entries()) {
    const table = tables[tag] ?? Buffer.alloc(0)
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    header.write(tag, 12 + 16 * index, 'latin1')
    header.writeUInt32BE(checksum(padded), 16 + 16 * index)
    header.writeUInt32BE(start, 20 + 16 * index)
    header.writeUInt32BE(table.length, 24 + 16 * index)
    parts.push(padded)
    start += padded.length
  }
  return Buffer.concat(parts)
}

function checksum(padded: Buffer): number {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}
