import { publicRoute } from '@/lib/web/route'
import { findStop } from '@/app/[locale]/(public)/load'
import { pictureAddress, pictureVersion, posterOf } from '@/app/[locale]/(public)/poster'
import { config } from '@/lib/config'
import { type PictureFormat, pictureFormats } from '@/lib/media/pictures/formats'
import { keptPicture } from '@/lib/media/pictures/kept-picture'

/** A picture of a stop. Its address carries a hash of what it shows, so the answer may be kept for ever. */
export const GET = publicRoute({}, async (request, { params }) => {
  const { series = '', event = '' } = params
  const format = pictureFormats.find((known) => known === params.format)
  const found = format ? await findStop(series, event) : null
  if (!format || !found) return new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const locale = query.get('lang') === 'en' ? 'en' : 'zh'
  if ('moved' in found) return moved(`/api/pictures/${found.moved.join('/')}/${format}?lang=${locale}`, 308)
  const { stop } = found
  const version = pictureVersion(stop, format, locale)
  if (query.get('v') !== version) return moved(pictureAddress(stop, format, locale), 302)
  const said = posterOf(stop, format, locale)
  const picture = await keptPicture(said, format, { locale, folder: `${config().DATA_DIR}/pictures` })
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.type,
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${version}"`,
      'content-disposition': `inline; filename="${fileName(stop.slug, format)}"`,
    },
  })
})

const fileName = (slug: string, format: PictureFormat) => `${slug}-${format}.${format === 'a3' ? 'svg' : 'png'}`

const moved = (to: string, status: 302 | 308) =>
  new Response(null, { status, headers: { location: to, 'cache-control': 'public, max-age=60' } })
