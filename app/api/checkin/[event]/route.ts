import { organizerRoute } from '@/lib/web/route'
import { countIn } from '@/lib/checkin/queries'

/** How many are in, for the pages of all doors. */
export const GET = organizerRoute({ may: 'checkin.run' }, async (_request, { scope }) =>
  Response.json(await countIn(scope)),
)
