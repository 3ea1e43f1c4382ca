import { organizerRoute } from '@/lib/web/route'
import { exportBundle } from '@/lib/draws/queries/sessions'
import { isUuid } from '@/lib/values/uuid'

/** A session's whole record for its organiser, rehearsals too. */
export const GET = organizerRoute({ may: 'stage.run' }, async (_request, { scope, params }) => {
  const session = params.session ?? ''
  const bundle = isUuid(session) ? await exportBundle(scope, session) : null
  if (!bundle) return new Response(null, { status: 404 })
  const name = bundle.plan.event.startsWith('REHEARSAL ') ? 'rehearsal.json' : 'bundle.json'
  return new Response(JSON.stringify(bundle), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
})
