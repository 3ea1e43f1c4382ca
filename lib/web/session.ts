import 'server-only'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { type Viewer, viewerOf } from '@/lib/people/scope'
import { authOptions } from './auth'

/** Whoever makes this request, or null; asked once a request. Roles are read anew each time. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = (await getServerSession(authOptions())) as { user?: { id?: string } } | null
  return session?.user?.id ? viewerOf(session.user.id) : null
})
