import { organizerRoute } from '@/lib/web/route'
import { findImport, linesOf } from '@/lib/registration/queries/imports'
import { byteOrderMark, csvLine } from '@/lib/values/csv'
import { isUuid } from '@/lib/values/uuid'
import { type Locale, words } from '@/lib/words/load'

/** The list as it was read, with what became of every line. */
export const GET = organizerRoute({ may: 'guests.edit' }, async (request, { scope, params }) => {
  const found = isUuid(params.import) ? await findImport(scope, params.import) : null
  if (!found) return new Response(null, { status: 404 })
  const locale: Locale = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const t = words(locale, 'guests')
  const lines = await linesOf(scope, found.id)
  const head = csvLine([t('import.outcome'), ...found.head])
  const body = lines.map(({ cells, outcome }) =>
    csvLine([t(`import.outcomes.${(outcome ?? 'left') as 'left'}`), ...cells]),
  )
  return new Response(byteOrderMark + head + body.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${scope.eventSlug}.csv"`,
    },
  })
})
