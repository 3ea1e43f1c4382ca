import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'

// A line that is longer, or holds more cells, is no guest of anybody's; the rest of such a file is not read.
const longest = 200_000
const { text, delimiter, mostRows, mostColumns } = workerData
let wide = false

function cells() {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A quotation mark in the middle of a name is a letter like any other.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longest,
      to: mostRows,
      on_record: (record) => {
        wide = record.length > mostColumns
        if (wide) throw new RangeError()
        return record
      },
    })
  } catch {
    return wide ? 'too-many-columns' : 'broken-quotes'
  }
}

parentPort.postMessage(cells())
