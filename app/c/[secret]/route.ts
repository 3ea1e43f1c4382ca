import { publicRoute } from '@/lib/web/route'
import { openLink } from '@/lib/web/open-link'

export const GET = publicRoute({}, (request, { params }) => openLink(request, 'crew', params.secret ?? ''))
