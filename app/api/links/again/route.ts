import { askForLink } from '@/lib/web/link-again'
import { publicRoute } from '@/lib/web/route'

export const POST = publicRoute({ writes: true }, askForLink)
