import { runImport } from '@/lib/registration/commands/import-guests'
import { isUuid } from '@/lib/values/uuid'
import { expire, homeTag, seatsTag, seriesTag } from '@/lib/web/cache'
import { organizerRoute } from '@/lib/web/route'

/** Imports the next portion of lines and answers how many are left; the page asks again until none is. */
export const POST = organizerRoute({ may: 'guests.edit', writes: true }, async (_request, { scope, params }) => {
  if (!isUuid(params.import)) return new Response(null, { status: 404 })
  const answer = await runImport(scope, params.import)
  expire(seatsTag(scope.eventId), seriesTag(scope.seriesSlug), homeTag)
  return Response.json(answer)
})
