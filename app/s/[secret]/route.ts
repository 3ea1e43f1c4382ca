import { openLink } from '@/lib/web/open-link'
import { publicRoute } from '@/lib/web/route'

export const GET = publicRoute({}, (request, { params }) => openLink(request, 'speaker', params.secret ?? ''))
