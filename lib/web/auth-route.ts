import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { config } from '@/lib/config'
import { signInSchema } from '@/lib/people/schema'
import { Refusal } from '@/lib/values/refusal'
import { isUuid } from '@/lib/values/uuid'
import type { Locale } from '@/lib/words/load'
import { authOptions } from './auth'
import { readPostedForm } from './body'
import { readForm } from './form'
import { passElsewhere, passSignIn } from './limit'
import { oauthNames } from './providers'
import { publicRoute } from './route'
import { goOn, localeIn, sayNo, sendBack } from './sent-back'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own door; what our pages post to it are plain forms that work without JavaScript. */
export function frameworkRoute(_name: 'next-auth') {
  return async (request: Request, context: Context): Promise<Response> => {
    const { nextauth } = await context.params
    // It looks at two words of an address only: with a third, our own forms and their limits would be passed by.
    if (nextauth.length > 2) return new Response(null, { status: 404 })
    if (request.method !== 'POST') return NextAuth(request as never, context as never, authOptions())
    const path = nextauth.join('/')
    const plain = Object.hasOwn(forms, path) ? forms[path as keyof typeof forms] : elsewhere(path)
    // Its own POSTs are for its own script, which nobody here runs; they read whatever is sent, to the last gigabyte.
    return plain ? plain(request, context) : new Response(null, { status: 404 })
  }
}

const forms = {
  /** Has a link mailed. The next page is the same for every address; see `passSignIn` for how often. */
  'signin/email': publicRoute({ writes: true }, async (request) => {
    const data = await readPostedForm(request)
    if (typeof data === 'number') return sayNo(request, 'zh', data)
    const locale = localeIn(data)
    const page = `/${locale}/signin`
    const reading = readForm(signInSchema, data)
    const { values } = reading
    if (!reading.ok) return sendBack(request, page, { values, problems: reading.problems, requestKey: null })
    const { email, invitation } = reading.input
    const refused = await refusalOf(passSignIn(request.headers, email))
    if (refused) return sendBack(request, page, { values, refused, requestKey: null })
    const answer = await passOn(['signin', 'email'], { email, callbackUrl: homeOf(locale, invitation) })
    const { pathname } = new URL(answer.headers.get('location') ?? '/', config().SITE_URL)
    return goOn(pathname.endsWith('/verify-request') ? `${page}/sent` : `${page}?error=EmailSignin`)
  }),

  signout: publicRoute({ writes: true }, async (request) => {
    const data = await readPostedForm(request)
    if (typeof data === 'number') return sayNo(request, 'zh', data)
    return passOn(['signout'], { callbackUrl: String(data.get('home') ?? '/') })
  }),
}

const refusalOf = (passing: Promise<void>): Promise<string | null> =>
  passing.then(
    () => null,
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )

/** On to the sign-in of one of the providers that are set up; undefined for any other path. */
const elsewhere = (path: string) =>
  oauthNames().some(({ id }) => path === `signin/${id}`)
    ? publicRoute({ writes: true }, async (request) => {
        const data = await readPostedForm(request)
        if (typeof data === 'number') return sayNo(request, 'zh', data)
        const locale = localeIn(data)
        const refused = await refusalOf(passElsewhere(request.headers))
        if (refused) return sendBack(request, `/${locale}/signin`, { values: {}, refused, requestKey: null })
        return passOn(path.split('/'), { callbackUrl: homeOf(locale, data.get('invitation')) })
      })
    : undefined

/** Where somebody arrives who has signed in. */
const homeOf = (locale: Locale, invitation: unknown) =>
  `/${locale}/${isUuid(invitation) ? `invitation/${invitation}` : 'organize'}`

/** Posts to next-auth with the token that its own script would have fetched: that the form is ours was seen already. */
async function passOn(nextauth: string[], fields: Record<string, string>): Promise<Response> {
  const { AUTH_SECRET, SITE_URL, https } = config()
  const csrfToken = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${csrfToken}${AUTH_SECRET}`).digest('hex')
  const name = `${https ? '__Host-' : ''}next-auth.csrf-token`
  const told = { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const
  ;(await cookies()).set(name, `${csrfToken}|${hash}`, told)
  const request = new NextRequest(new URL(`/api/auth/${nextauth.join('/')}`, SITE_URL), {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken }),
  })
  return NextAuth(request as never, { params: Promise.resolve({ nextauth }) } as never, authOptions())
}
