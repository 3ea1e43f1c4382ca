import { organizerRoute } from '@/lib/web/route'
import { keepImport } from '@/lib/registration/commands/import-guests'
import { mostBytes, readTable } from '@/lib/registration/rules/import-file'
import { byteOrderMark, csvLine } from '@/lib/values/csv'
import { newUuid } from '@/lib/values/uuid'
import { readPostedForm } from '@/lib/web/body'
import { goOn, localeIn, requestKeyIn } from '@/lib/web/sent-back'
import { type Locale, words } from '@/lib/words/load'

// Room for the form around the file, and for telling a file somewhat too big so.
const mostPosted = mostBytes + 2 * 1024 * 1024

/** Takes a list of guests, reads it and goes on to its page; nothing is imported yet. A plain form works. */
export const POST = organizerRoute({ may: 'guests.edit', writes: true }, async (request, { scope }) => {
  const data = await readPostedForm(request, mostPosted)
  const locale =
    typeof data === 'number' ? (request.headers.get('referer')?.includes('/en/') ? 'en' : 'zh') : localeIn(data)
  const back = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests/import`
  if (data === 413) return goOn(`${back}?problem=too-big`)
  if (typeof data === 'number') return new Response(null, { status: data })
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0) return goOn(`${back}?problem=empty`)
  const table = await readTable(new Uint8Array(await file.arrayBuffer()))
  if (typeof table === 'string') return goOn(`${back}?problem=${table}`)
  const name = file.name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 120) || 'list'
  const id = await keepImport(scope, { name, table, locale }, requestKeyIn(data) ?? newUuid())
  return goOn(`${back}/${id}`)
})

/** An empty list to fill in, with one line that shows how. */
export const GET = organizerRoute({ may: 'guests.edit' }, (request) => {
  const locale: Locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const t = words(locale, 'guests')
  const columns = ['name', 'email', 'phone', 'language'] as const
  const head = columns.map((column) => t(`import.kinds.${column}`))
  const sample = [t('import.sample'), 'lin@example.com', '+86 138 0013 8000', locale]
  return new Response(byteOrderMark + csvLine(head) + csvLine(sample), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="guests-template-${locale}.csv"`,
    },
  })
})
