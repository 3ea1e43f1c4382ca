import sharp from 'sharp'
import { drawLine } from '@/lib/values/line'
import { compose } from './compose'
import { type PictureFormat, type PictureLocale, type Plan, type PosterStop, plans } from './formats'
import { lineMarkup, paintsFor, qrMarkup } from './paint'
import { turns } from './turns'
import { typeset } from './typeset'

export type Picture = { readonly bytes: Buffer; readonly type: 'image/png' | 'image/svg+xml' }

const oneAtATime = turns(1)

/**
 * Draws one picture of a stop: PNG of the format's exact size in px, or the A3 poster as SVG
 * (297 × 420 mm, all type as outlines). The same words give the same bytes. Nothing is fetched;
 * characters no bundled face has are left out; long words shrink in steps, wrap, then end in "…".
 * Pictures are drawn one at a time, the rest wait.
 */
export function drawPicture(stop: PosterStop, format: PictureFormat, locale: PictureLocale): Promise<Picture> {
  return oneAtATime(async () => {
    const plan = plans[format]
    const svg = await drawingOf(stop, plan, locale)
    if (plan.type === 'svg') return { bytes: Buffer.from(svg), type: 'image/svg+xml' }
    const bytes = await sharp(Buffer.from(svg), { limitInputPixels: plan.width * plan.height })
      .png({ compressionLevel: 9, palette: false })
      .toBuffer()
    return { bytes, type: 'image/png' }
  })
}

async function drawingOf(stop: PosterStop, plan: Plan, locale: PictureLocale): Promise<string> {
  const { tree, words } = compose(stop, plan)
  const set = await typeset(tree, { width: plan.width, height: plan.height, words })
  const paints = paintsFor(stop.pigment, plan.ground)
  const end = set.qr ? { x: set.qr.x + set.qr.width / 2, y: set.qr.y - 2.2 * plan.cell } : undefined
  const line = drawLine({
    seed: stop.slug,
    width: plan.width,
    height: plan.height,
    cell: plan.cell,
    keepOut: set.keepOut,
    stopsBefore: Math.max(0, Math.min(4, stop.number - 1)),
    faintLines: plan.faintLines,
    ...(end ? { end } : {}),
  })
  const size = plan.type === 'svg' ? 'width="297mm" height="420mm"' : `width="${plan.width}" height="${plan.height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${plan.width} ${plan.height}" lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`,
    `<rect width="${plan.width}" height="${plan.height}" fill="${paints.paper}"/>`,
    lineMarkup(line, paints),
    set.svg,
    set.qr ? qrMarkup(stop.url, set.qr) : '',
    '</svg>',
  ].join('')
}
