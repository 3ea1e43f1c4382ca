import sharp from 'sharp'
import { turns } from '@/lib/media/pictures/turns'
import { pictureFiles, pictureSizes, sizedFile } from '@/lib/values/picture'
import { Refusal, refuse } from '@/lib/values/refusal'
import { openPicture } from './decode'
import { type Ink, inkOf } from './ink'

/** What is kept of an upload: its files by name, and what the row says of it. */
type Encoded = { files: Map<string, Buffer>; fallback: 'jpg' | 'png'; width: number; height: number } & Ink

// A picture at its limit takes 64 MB while it is open: two at once are enough.
const twoAtATime = turns(2)

/**
 * Draws the picture anew in every size, as WebP and once as JPEG or (where something is see-through) PNG, for mail and
 * for articles that are pasted elsewhere. Not one byte of what was sent is kept. Same refusals as `openPicture`.
 */
export function encodePicture(bytes: Buffer, name: string): Promise<Encoded> {
  return twoAtATime(async () => {
    try {
      return await encode(bytes, name)
    } catch (error) {
      // What the library says quotes nothing, but it is no sentence for people either.
      return error instanceof Refusal ? Promise.reject(error) : refuse('media.broken')
    }
  })
}

async function encode(bytes: Buffer, name: string): Promise<Encoded> {
  const longest = pictureSizes.at(-1) ?? 1280
  const opened = await openPicture(bytes)
  // Unpacked once; every size is drawn from this.
  const { data, info } = await opened
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const picture = sharp(data, { raw })
  const closed = info.channels === 3 || (await picture.stats()).isOpaque
  const fallback = closed ? 'jpg' : 'png'
  const flat = closed ? picture.clone().removeAlpha() : picture.clone()
  const files = new Map<string, Buffer>()
  for (const size of pictureSizes) {
    const sized = flat.clone().resize(size, size, { fit: 'inside', withoutEnlargement: true })
    files.set(sizedFile(name, size), await sized.webp({ quality: 82, effort: 3 }).toBuffer())
  }
  const last = closed ? flat.jpeg({ quality: 84, progressive: true }) : flat.png({ compressionLevel: 9 })
  files.set(pictureFiles({ name, fallback }).at(-1) ?? '', await last.toBuffer())
  return { files, fallback, width: info.width, height: info.height, ...(await inkOf(picture)) }
}
