import { parse } from 'csv-parse/sync'
import { type FileProblem, readTable } from '@/lib/registration/rules/import-file'
import { refuse } from '@/lib/values/refusal'
import { mostRows } from '../schema/imports'

/** It is read anew each time its page is looked at. */
const longestText = 1_000_000

/** Why a pasted text is no table; the words stand under `imports.refusals`. */
type TableProblem = 'unreadable' | 'too-many-rows' | 'no-rows'

/** The cells of a table pasted from a spreadsheet (tabs) or as CSV (commas or semicolons), row by row. */
export function tableOf(text: string): string[][] | TableProblem {
  const head = text.split('\n', 1)[0] ?? ''
  const delimiter = ['\t', ';', ','].find((sign) => head.includes(sign)) ?? '\t'
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A lone quotation mark in a name is a letter like any other.
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows + 2,
    })
    if (rows.length > mostRows + 1) return 'too-many-rows'
    return rows.length === 0 ? 'no-rows' : rows
  } catch {
    return 'unreadable'
  }
}

const problems: Record<FileProblem, TableProblem | 'too-big' | 'old-workbook' | 'no-table'> = {
  empty: 'no-rows',
  'no-rows': 'no-rows',
  'too-big': 'too-big',
  'too-many-rows': 'too-many-rows',
  'too-many-columns': 'no-table',
  'not-text': 'no-table',
  'old-workbook': 'old-workbook',
  'broken-workbook': 'no-table',
  'broken-quotes': 'unreadable',
}

/** A workbook's first sheet or a CSV file in any usual encoding, as it would have been pasted. Refuses `imports.…` at `file`. */
export async function pastedFrom(file: Blob): Promise<string> {
  const table = await readTable(new Uint8Array(await file.arrayBuffer()))
  if (typeof table === 'string') return refuse(`imports.${problems[table]}`, { field: 'file', values: { most: 10 } })
  const line = (cells: string[]) => cells.map((cell) => quoted(cell.replace(/\s+/g, ' '))).join('\t')
  const text = [table.head, ...table.rows.slice(0, mostRows + 1)].map(line).join('\n')
  return text.length > longestText ? refuse('imports.too-many-rows', { field: 'file' }) : text
}

const quoted = (cell: string) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)
