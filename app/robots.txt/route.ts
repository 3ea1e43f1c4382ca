import { publicRoute } from '@/lib/web/route'
import { config } from '@/lib/config'

const closed = [
  '/api/',
  '/language/',
  '/*/organize',
  '/*/signin',
  '/*/ticket/',
  '/*/desk/',
  '/*/speaker/',
  '/*/crew/',
  '/t/',
  '/d/',
  '/s/',
  '/c/',
]

// Files of this name would otherwise be made once, at build, where no database is.
export const dynamic = 'force-dynamic'

/** Pages are open to search engines, rooms and secret links are not; pictures are open for previews of links. */
export const GET = publicRoute({}, () => {
  const lines = ['User-agent: *', 'Allow: /api/pictures/', ...closed.map((path) => `Disallow: ${path}`)]
  return new Response(`${lines.join('\n')}\n\nSitemap: ${config().SITE_URL}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
})
