import { organizerRoute } from '@/lib/web/route'
import { runImport } from '@/lib/registration/commands/import-guests'
import { isUuid } from '@/lib/values/uuid'
import { readPostedForm } from '@/lib/web/body'
import { expireKept } from '@/lib/web/kept'
import { goOn, localeIn, wantsJson } from '@/lib/web/sent-back'
import { homeTag, seatsTag, seriesTag } from '@/lib/web/tags'

/** So many portions for one press of a button without JavaScript; what is left waits for the next. */
const mostPortions = 50

/**
 * Imports the next portion of lines and answers how many are left; the page asks again until none is. A plain form is
 * answered with the page, after as many portions as a person waits for.
 */
export const POST = organizerRoute({ may: 'guests.edit', writes: true }, async (request, { scope, params }) => {
  const id = params.import
  if (!isUuid(id)) return new Response(null, { status: 404 })
  const posted = wantsJson(request) ? null : await readPostedForm(request)
  const form = typeof posted === 'number' ? null : posted
  let answer = await runImport(scope, id)
  for (let n = 1; form && answer.left > 0 && n < mostPortions; n++) answer = await runImport(scope, id)
  expireKept([seatsTag(scope.eventId), seriesTag(scope.seriesSlug), homeTag])
  if (!form) return Response.json(answer)
  return goOn(`/${localeIn(form)}/organize/${scope.seriesSlug}/${scope.eventSlug}/guests/import/${id}`)
})
