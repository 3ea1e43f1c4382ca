import { findHeadOf } from '@/lib/draws/queries/sessions'
import { organizerRoute } from '@/lib/web/route'

/** The hash of the open session's last record: a console asks for it to see whether another one moved on. */
export const GET = organizerRoute({ may: 'stage.run' }, async (request, { scope }) => {
  const head = await findHeadOf(scope, new URL(request.url).searchParams.get('rehearsal') === '1')
  return new Response(head ?? '', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
})
