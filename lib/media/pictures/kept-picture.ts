import { createHash } from 'node:crypto'
import { keep, readKept } from '@/lib/media/files/kept'
import type { Picture } from './draw'
import { type PictureFormat, type PictureLocale, type PosterStop, plans } from './formats'

/** Counted up when drawing changes, so that pictures kept before are drawn anew. */
const DRAWING = 3

/** What a picture of these words is called: a hash of all that it shows. Fit for an ETag. */
export function pictureName(stop: PosterStop, format: PictureFormat, locale: PictureLocale): string {
  const said = Object.entries(stop).sort(([one], [other]) => (one < other ? -1 : 1))
  const hash = createHash('sha256')
    .update(JSON.stringify([DRAWING, format, locale, said]))
    .digest('hex')
  return `${hash.slice(0, 32)}.${plans[format].type}`
}

const underWay = new Map<string, Promise<Picture>>()

/** The picture out of the folder, or drawn and kept there; the same picture is never drawn twice at once. */
export function keptPicture(
  stop: PosterStop,
  format: PictureFormat,
  { locale, folder }: { locale: PictureLocale; folder: string },
): Promise<Picture> {
  const name = pictureName(stop, format, locale)
  const place = `${folder}/${name}`
  const drawing =
    underWay.get(place) ?? find(stop, format, { locale, folder, name }).finally(() => underWay.delete(place))
  underWay.set(place, drawing)
  return drawing
}

async function find(
  stop: PosterStop,
  format: PictureFormat,
  { locale, folder, name }: { locale: PictureLocale; folder: string; name: string },
): Promise<Picture> {
  const bytes = await readKept(folder, name)
  if (bytes) return { bytes, type: plans[format].type === 'png' ? 'image/png' : 'image/svg+xml' }
  // Loaded when first needed: pages ask this file for names only, and drawing brings a layout engine along.
  const { drawPicture } = await import('./draw')
  const picture = await drawPicture(stop, format, locale)
  await keep(folder, name, picture.bytes)
  return picture
}
