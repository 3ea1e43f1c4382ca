import { publicRoute } from '@/lib/web/route'
import { listTours } from '@/app/[locale]/(public)/load'
import { absolute } from '@/app/[locale]/(public)/meta'

// Files of this name would otherwise be made once, at build, where no database is.
export const dynamic = 'force-dynamic'

/** Every public page in both languages, each naming the other. */
export const GET = publicRoute({}, async () => {
  const tours = await listTours()
  const paths = [
    '',
    ...tours.flatMap(({ slug, stops }) => [
      `/${slug}`,
      ...stops.flatMap((stop) => [`/${slug}/${stop.slug}`, ...(stop.hasRecap ? [`/${slug}/${stop.slug}/recap`] : [])]),
    ]),
  ]
  const urls = paths.flatMap((path) => ['zh', 'en'].map((locale) => urlOf(path, locale)))
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  })
})

// Slugs are lower-case letters, digits and dashes: nothing to escape.
function urlOf(path: string, locale: string): string {
  const others = [
    ['zh-CN', `/zh${path}`],
    ['en', `/en${path}`],
    ['x-default', path || '/'],
  ].map(([language, to]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(String(to))}"/>`)
  return `<url><loc>${absolute(`/${locale}${path}`)}</loc>${others.join('')}</url>`
}
