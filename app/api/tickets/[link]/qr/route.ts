import { holderRoute } from '@/lib/web/route'
import { config } from '@/lib/config'
import { linkPath } from '@/lib/people/holder'
import { qrPng } from '@/lib/values/qr'
import { secretOf } from '@/lib/web/holder'

/** The ticket's QR code as a picture to keep. */
export const GET = holderRoute({ kind: 'ticket' }, async (_request, { holder }) => {
  const secret = (await secretOf(holder.linkId)) ?? ''
  const picture = qrPng(`${config().SITE_URL}${linkPath('ticket', secret)}`)
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } })
})
