import { publicRoute } from '@/lib/web/route'

/** The process answers. */
export const GET = publicRoute({}, () => Response.json({ ok: true }))
export const dynamic = 'force-dynamic'
