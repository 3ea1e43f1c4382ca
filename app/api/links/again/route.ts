import { publicRoute } from '@/lib/web/route'
import { askForLink } from '@/lib/web/link-again'

export const POST = publicRoute({ writes: true }, askForLink)
