import { publicPage } from '@/lib/web/page'
import { notFound } from 'next/navigation'

// Unmatched addresses come here, so that the not-found page is rendered per request and carries the nonce.
export default publicPage(() => notFound())
