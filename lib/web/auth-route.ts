import 'server-only'
import NextAuth from 'next-auth'
import { Refusal } from '@/lib/values/refusal'
import { authOptions } from './auth'
import { countUse } from './limit'
import { clientAddress } from './origin'

type Context = { params: Promise<{ nextauth: string[] }> }

const linksAsked = { name: 'sign-in-links', points: 5, seconds: 3_600 }
const linksFrom = { name: 'sign-in-links-from', points: 60, seconds: 3_600 }
const allAsked = { name: 'sign-in-links-all', points: 300, seconds: 3_600 }

/** next-auth's own door; asking for sign-in links is limited by address, by client and in all. */
export function frameworkRoute(_name: 'next-auth') {
  return async (request: Request, context: Context): Promise<Response> => {
    const { nextauth } = await context.params
    if (request.method === 'POST' && nextauth.join('/') === 'signin/email') {
      const email = new URLSearchParams(await request.clone().text()).get('email') ?? ''
      try {
        await countUse(linksAsked, `to:${email.trim().toLowerCase().slice(0, 254)}`)
        await countUse(linksFrom, clientAddress(request.headers))
        await countUse(allAsked, 'all')
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return Response.json({ url: '/signin?error=TooMany' }, { status: 429 })
      }
    }
    return NextAuth(request as never, context as never, authOptions())
  }
}
