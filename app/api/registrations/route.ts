import { publicRoute } from '@/lib/web/route'
import { readAtMost } from '@/lib/web/body'
import { takeRegistration } from '@/lib/web/registering'

/**
 * Registers. A plain form posts here, also from a page that was opened before a deploy: the address and the fields stay
 * as they are. Leads to the ticket at once, or back to the form with everything typed. The front answers the same.
 */
export const POST = publicRoute({ writes: true }, async (request) => {
  const answer = await takeRegistration({ headers: request.headers, body: await readAtMost(request) })
  return new Response(answer.body, { status: answer.status, headers: answer.headers })
})
