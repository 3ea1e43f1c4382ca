import { publicRoute } from '@/lib/web/route'

const nothing = () => Response.json({ error: 'not-found' }, { status: 404 })

// Unmatched addresses below /api come here, so that they are answered like the others: no page, no scripts.
export const GET = publicRoute({}, nothing)
export const POST = publicRoute({ writes: true }, nothing)
