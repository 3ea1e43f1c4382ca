import { publicRoute } from '@/lib/web/route'
import { refreshFonts } from '@/app/[locale]/(public)/load'
import { config } from '@/lib/config'
import { readDisplayFont } from '@/lib/media/fonts/kept-font'

/** A font with just the letters of a city's name, called after its own bytes. */
export const GET = publicRoute({}, async (_request, { params }) => {
  const { name = '' } = params
  const folder = `${config().DATA_DIR}/fonts`
  // Another machine may have made the page that asks for it; this one then makes the same fonts, which get the same names.
  const bytes =
    (await readDisplayFont(name, folder)) ?? ((await refreshFonts()) ? await readDisplayFont(name, folder) : null)
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000, immutable' },
  })
})
