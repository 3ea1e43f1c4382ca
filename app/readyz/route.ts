import { publicRoute } from '@/lib/web/route'
import { readiness } from '@/lib/database/readiness'

/** The database answers and holds the schema this code was built for. */
export const GET = publicRoute({}, async () => {
  const state = await readiness()
  return Response.json(state, { status: state.ready ? 200 : 503 })
})
export const dynamic = 'force-dynamic'
