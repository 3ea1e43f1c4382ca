import { aside } from '@/lib/jobs/aside'
import { mostImportColumns } from '../schema/imports'
import { cellsIn, plainZip, unpackWithin } from './workbook'

/** What a list of guests may be at most. */
export const mostBytes = 10 * 1024 * 1024
export const mostRows = 5_000
export const mostColumns = mostImportColumns
const longestCell = 500
const mostCells = 2_000_000
// One more than allowed tells that there are too many, without reading all of them.
const most = { mostRows: mostRows + 2, mostColumns }
const bounds = { withinMs: 20_000, mostMegabytes: 512 }

/** A list as it was read: its head, its lines, all cells of equal number. */
export type Table = { head: string[]; rows: string[][] }
/** Why a file cannot be read; the words stand under `guests.import.problems`. */
export type FileProblem =
  | 'empty'
  | 'too-big'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'not-text'
  | 'old-workbook'
  | 'broken-workbook'
  | 'broken-quotes'
  | 'no-rows'
export const fileProblems: readonly FileProblem[] = [
  'empty',
  'too-big',
  'too-many-rows',
  'too-many-columns',
  'not-text',
  'old-workbook',
  'broken-workbook',
  'broken-quotes',
  'no-rows',
]

/** Reads a list of guests out of CSV in any usual encoding, or the first sheet of a workbook. Never throws for a file. */
export async function readTable(bytes: Uint8Array): Promise<Table | FileProblem> {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > mostBytes) return 'too-big'
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === 'd0cf11e0') return 'old-workbook'
  const cells = await (start === '504b0304' ? sheetCells(bytes) : textCells(bytes))
  return typeof cells === 'string' ? cells : tableOf(cells)
}

async function sheetCells(bytes: Uint8Array): Promise<string[][] | FileProblem> {
  const entries = unpackWithin(Buffer.from(bytes), 24 * 1024 * 1024)
  if (!entries) return 'broken-workbook'
  if (entries.some(({ content }) => cellsIn(content) > mostCells)) return 'too-many-rows'
  return (
    (await aside<string[][] | FileProblem>('sheet', { zip: plainZip(entries), ...most }, bounds)) ?? 'broken-workbook'
  )
}

async function textCells(bytes: Uint8Array): Promise<string[][] | FileProblem> {
  const text = decode(bytes)
  if (text.includes('\0')) return 'not-text'
  if (hasLongLine(text)) return 'too-many-columns'
  const sent = { text, delimiter: delimiterOf(text), ...most }
  return (await aside<string[][] | FileProblem>('csv', sent, bounds)) ?? 'broken-quotes'
}

/** UTF-8 and UTF-16 by their marks; else UTF-8 if it is that, UTF-16 by its zeros, and GB18030, as Excel in China saves. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, 1_000)
  const zeros = [0, 1].map((at) => sample.filter((byte, n) => n % 2 === at && byte === 0).length) as [number, number]
  if (zeros[1] > sample.length / 8 && zeros[0] === 0) return new TextDecoder('utf-16le').decode(bytes)
  if (zeros[0] > sample.length / 8 && zeros[1] === 0) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

// No line of a list of guests is as long; reading it would take minutes.
const longestLine = 200_000

function hasLongLine(text: string): boolean {
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    length = sign === 10 || sign === 13 ? 0 : length + 1
    if (length > longestLine) return true
  }
  return false
}

/** What stands most often between the first line's cells. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const line = /^[^\n\r]*/.exec(unquoted)?.[0] ?? ''
  const count = (sign: string) => line.split(sign).length
  return [',', '\t', ';', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function tableOf(cells: string[][]): Table | FileProblem {
  const [head, ...rows] = cells.map((row) => row.map(clean)).filter((row) => row.some(Boolean))
  if (!head) return 'empty'
  if (rows.length === 0) return 'no-rows'
  if (rows.length > mostRows) return 'too-many-rows'
  const width = Math.max(head.length, ...rows.map((row) => row.length))
  if (width > mostColumns) return 'too-many-columns'
  const even = (row: string[]) => Array.from({ length: width }, (_, n) => row[n] ?? '')
  return { head: even(head), rows: rows.map(even) }
}

// An apostrophe before a sign is how an export kept a spreadsheet from calculating.
const clean = (cell: string) =>
  cell
    .slice(0, longestCell)
    .trim()
    .replace(/^'(?=\s*[=+\-@])/, '')
