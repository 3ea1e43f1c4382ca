import { organizerRoute } from '@/lib/web/route'
import { actOnGuests } from '@/lib/registration/commands/bulk'
import { countGuests, countMatching, namesOf, portionOf } from '@/lib/registration/queries/guests'
import { bulkPortion, bulkSchema, guestFilter, mustType } from '@/lib/registration/schema/guests'
import { readPostedForm } from '@/lib/web/body'
import { readForm } from '@/lib/web/form'
import { expireKept } from '@/lib/web/kept'
import { homeTag, seatsTag, seriesTag } from '@/lib/web/tags'
import { words } from '@/lib/words/load'

/**
 * Does the same to many guests, a portion at a time: the browser asks again with `next` until it is null, so that one
 * can watch, stop, and lose nothing when the line breaks. Asking twice does nothing twice: a step that was taken is
 * refused the second time.
 */
export const POST = organizerRoute({ may: 'guests.edit', writes: true }, async (request, { scope }) => {
  const data = await readPostedForm(request)
  if (typeof data === 'number') return new Response(null, { status: data })
  const reading = readForm(bulkSchema, data)
  if (!reading.ok) return Response.json({ problems: Object.keys(reading.problems) }, { status: 400 })
  const { locale, act, notify, reason, ids = [], list, from, count, typed } = reading.input
  const t = words(locale, 'guests')
  const filter = list === undefined ? null : guestFilter(Object.fromEntries(new URLSearchParams(list)))
  if (filter && !from) {
    const known = await countMatching(scope, filter, await countGuests(scope))
    if (known.more || known.count !== count) return no(t('bulk.changed', { count: known.count }))
  }
  if (mustType(act, notify, count) && Number(typed?.normalize('NFKC').trim()) !== count) {
    return no(t('bulk.mistyped', { count }))
  }
  if (act === 'promote' && !reason) return no(t('bulk.reasonNeeded'))
  const portion = filter ? await portionOf(scope, filter, bulkPortion, from || undefined) : ids
  const report = await actOnGuests(scope, { act, notify, reason }, portion)
  const refused = report.filter(({ refusal }) => refusal)
  const names = await namesOf(
    scope,
    refused.map(({ id }) => id),
  )
  expireKept([seatsTag(scope.eventId), seriesTag(scope.seriesSlug), homeTag])
  return Response.json({
    done: report.filter(({ refusal }) => !refusal).map(({ id }) => id),
    refused: refused.map(({ id, refusal }) => ({ name: names.get(id) ?? '', why: why(refusal?.code ?? '', locale) })),
    next: filter && portion.length === bulkPortion ? portion.at(-1) : null,
  })
})

const no = (why: string) => Response.json({ why }, { status: 422 })

function why(code: string, locale: 'zh' | 'en'): string {
  const [part, reason] = code.split('.')
  const t = words(locale, part === 'registration' ? 'registration' : 'form')
  return t(`refusals.${reason}` as 'refusals.full')
}
