import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import GuestLayout from '../(guest)/layout'
import LinkNotFound from '../(guest)/not-found'
import NotFound from '../not-found'
import { Failure } from './failure'

export const metadata: Metadata = { robots: { index: false } }

// What is sent when another page is missing or failed, so that it can be read without scripts: scripts/app/gate.
export default publicPage(async () => {
  const [what, reference = ''] = ((await headers()).get('x-instead') ?? '').split(' ')
  if (what === 'failure') return <Failure reference={reference} />
  if (what === 'page') return <NotFound />
  if (what !== 'link') return notFound()
  return (
    <GuestLayout>
      <LinkNotFound />
    </GuestLayout>
  )
})
