import 'server-only'
import { headers } from 'next/headers'
import { type PictureGiver, type PictureSent, pictureSent } from '@/lib/media/uploads/keep'
import { countUse } from './limit'
import { clientAddress } from './origin'

const hour = 3_600
/** Pictures an hour by one link, and by all links that one address holds: a public board gives a desk to anybody. */
const uploads = {
  link: { name: 'pictures-link', points: 40, seconds: hour },
  address: { name: 'pictures-address', points: 200, seconds: hour },
}

/** `pictureSent` for the holder of a secret link, of whom nobody knows who they are. Refuses `form.too-many`. */
export async function heldPictureSent<Field extends string>(
  holder: PictureGiver & { readonly linkId: string },
  field: Field,
  sent: { file: File | null; gone?: boolean },
): Promise<PictureSent<Field>> {
  if (sent.file) {
    await countUse(uploads.link, holder.linkId)
    await countUse(uploads.address, clientAddress(await headers()))
  }
  return pictureSent(holder, field, sent)
}
