import { publicRoute } from '@/lib/web/route'
import { config } from '@/lib/config'
import { safePath } from '@/lib/values/path'
import { isLocale } from '@/lib/words/load'

/** Remembers the language in this browser for a year and goes on to a page of this site. */
export const GET = publicRoute({}, (request, { params }) => {
  const { to } = params
  if (!isLocale(to)) return new Response(null, { status: 404 })
  const path = safePath(new URL(request.url).searchParams.get('to')) ?? `/${to}`
  const cookie = `language=${to}; Path=/; Max-Age=31536000; SameSite=Lax${config().https ? '; Secure' : ''}`
  return new Response(null, { status: 303, headers: { location: path, 'set-cookie': cookie } })
})
