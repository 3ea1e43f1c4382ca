import { organizerRoute } from '@/lib/web/route'
import writeSheet from 'write-excel-file/node'
import {
  type AskedColumn,
  exportCells,
  exportColumns,
  exportCsv,
  exportQuestions,
  mostInSheet,
} from '@/lib/registration/queries/export'
import { guestFilter } from '@/lib/registration/schema/guests'
import { byteOrderMark, csvLine } from '@/lib/values/csv'
import { type Locale, words } from '@/lib/words/load'

/** The guest list as its address shows it: as CSV that Excel opens right, streamed, or with `as=xlsx` as a workbook. */
export const GET = organizerRoute({ may: 'guests.view' }, async (request, { scope }) => {
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const locale: Locale = search.lang === 'en' ? 'en' : 'zh'
  const questions = await exportQuestions(scope, { locale, sensitive: search.sensitive === 'yes' })
  const ask = { filter: guestFilter(search), locale, questions }
  const head = headOf(locale, questions)
  const name = `guests-${scope.eventSlug}`
  if (search.as !== 'xlsx') {
    return download(headed(csvHead(head), await exportCsv(scope, ask)), `${name}.csv`, 'text/csv; charset=utf-8')
  }
  const cells = await exportCells(scope, ask)
  if (!cells) {
    const text = words(locale, 'guests')('export.tooMany', { most: mostInSheet })
    return new Response(`${text}\n`, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  return download(await workbook(head, cells), `${name}.xlsx`, sheetType)
})

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const download = (body: BodyInit, name: string, type: string) =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })

const headOf = (locale: Locale, questions: AskedColumn[]): string[] => [
  ...exportColumns.map((column) => words(locale, 'registration')(`guests.csv.${column}`)),
  ...questions.map(({ label }) => label),
]

// Postgres ends its lines so; one file has one kind.
const csvHead = (head: string[]) => byteOrderMark + csvLine(head).replace(/\r\n$/, '\n')

/** A line before a stream that stays one: it is read no faster than asked for, and cancelled with it. */
function headed(head: string, rest: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = rest.getReader()
  let first: Uint8Array | null = new TextEncoder().encode(head)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (first) controller.enqueue(first)
        else {
          const { value, done } = await reader.read()
          if (done) return controller.close()
          controller.enqueue(value)
        }
        first = null
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

/** Every cell is text: no formula is read out of a name, and a phone number keeps its plus. */
async function workbook(names: string[], rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const head = names.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => row.map((value) => (value ? { value, type: String } : null)))
  const columns = names.map((_, n) => ({ width: exportColumns[n] === 'contact' ? 30 : 18 }))
  const file = await writeSheet([head, ...body], { columns, stickyRowsCount: 1 }).toBuffer()
  return new Uint8Array(file)
}
