import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

const { zip, mostRows, mostColumns } = workerData
const textOf = (cell) => (cell instanceof Date ? cell.toISOString() : String(cell ?? ''))

async function cells() {
  try {
    const rows = await readSheet(Buffer.from(zip))
    if (rows.some((row) => row.length > mostColumns)) return 'too-many-columns'
    return rows.slice(0, mostRows).map((row) => row.map(textOf))
  } catch {
    return 'broken-workbook'
  }
}

parentPort.postMessage(await cells())
