import 'server-only'
import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { type Viewer, viewerOfSession } from '@/lib/people/scope'
import { authOptions, isDue, sessionCookie } from './auth'

/** Whoever makes this request, or null; asked once a request. Roles are read anew each time. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  const found = token ? await viewerOfSession(token) : null
  // next-auth puts off the end of a session that is used, once a day; on all other days there is nothing to ask it.
  if (found && isDue(found.expiresAt)) await getServerSession(authOptions())
  return found?.viewer ?? null
})
