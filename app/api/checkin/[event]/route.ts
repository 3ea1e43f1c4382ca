import { countIn } from '@/lib/checkin/queries'
import { organizerRoute } from '@/lib/web/route'

/** How many are in, for the pages of all doors. */
export const GET = organizerRoute({ may: 'checkin.run' }, async (_request, { scope }) =>
  Response.json(await countIn(scope)),
)
