import { publicRoute } from '@/lib/web/route'
import { renewHere } from '@/lib/web/renewed'

/** Where a ticket's page leads the browser in which it was registered, once the address of its links was put right. */
export const GET = publicRoute({}, (request, { params }) => renewHere(request, params.link ?? ''))
