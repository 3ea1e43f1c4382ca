import { type NextRequest, NextResponse } from 'next/server'
import { config as settings } from '@/lib/config'
import { oldLinks } from '@/lib/values/old-links'

/**
 * Puts the language of the path and a fresh script nonce into the request, the matching policy into the answer, and
 * sends a path without a language to the visitor's own. It decides nothing about who may see what.
 */
export default function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  // The framework answers an address that cannot be read with an error of its own.
  if (!isReadable(pathname)) return new NextResponse(null, { status: 400 })
  const locale = /^\/(zh|en)(\/|$)/.exec(pathname)?.[1]
  if (!locale) {
    const url = request.nextUrl.clone()
    url.pathname = `/${preferred(request)}${pathname === '/' ? '' : pathname}`
    return NextResponse.redirect(url, { status: 307, headers: { vary: 'Accept-Language, Cookie' } })
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = contentPolicy(nonce, signInPage.test(pathname) ? providers() : [])
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-next-intl-locale', locale)
  headers.set('x-path', pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  const names = request.cookies.getAll().map(({ name }) => name)
  for (const name of oldLinks(names, pathname)) response.cookies.set(name, '', { path: '/', maxAge: 0 })
  return response
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

function preferred(request: NextRequest): 'zh' | 'en' {
  const remembered = request.cookies.get('language')?.value
  if (remembered === 'zh' || remembered === 'en') return remembered
  const asked = (request.headers.get('accept-language') ?? '').toLowerCase()
  const [zh, en] = [asked.indexOf('zh'), asked.indexOf('en')]
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh'
}

const signInPage = /^\/(zh|en)\/(signin|organize)$/

/** Where the forms of the pages for signing in and of one's own name may lead, for browsers hold a policy also against what a form is sent on to. */
function providers(): string[] {
  const { GITHUB_CLIENT_ID, OIDC_ISSUER, WECHAT_APP_ID } = settings()
  return [
    ...(GITHUB_CLIENT_ID ? ['https://github.com'] : []),
    ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : []),
    ...(WECHAT_APP_ID ? ['https://open.weixin.qq.com'] : []),
  ]
}

function contentPolicy(nonce: string, forms: string[]): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...forms].join(' '),
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  // All but what really stands outside of the languages: whatever else is asked for gets a page, with its policy.
  matcher: [
    '/((?!api/|_next/|[tdsc]/[^/]+$|healthz$|readyz$|language/|verify/|icon\\.svg$|robots\\.txt$|sitemap\\.xml$).*)',
  ],
}
