import { parse } from 'csv-parse/sync'
import { mostRows } from '../schema/imports'

/** Why a pasted text is no table; the words stand under `imports.refusals`. */
export type TableProblem = 'unreadable' | 'too-many-rows' | 'no-rows'

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
