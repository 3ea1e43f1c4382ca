import { aPublishedEvent } from './guests'
import { type RawAnswer, raw } from './raw'

export const site = () => process.env.SITE_URL ?? ''
/** Is this one of the front's kept pages? */
export const isKept = ({ headers }: RawAnswer) =>
  headers.etag !== undefined && /\bpublic\b/.test(headers['cache-control'] ?? '')
/** A published stop, and the path of its page. */
export async function aStop(given: Parameters<typeof aPublishedEvent>[0] = {}) {
  const { event, proof } = await aPublishedEvent(given)
  return { event, proof, path: `/zh/${event.series.slug}/${event.slug}` }
}

/** What people and machines read: without scripts, hints to load them and the marks of streaming. */
export const read = (html: string) =>
  html
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b(?=[^>]*rel="(?:modulepreload|preload)")(?=[^>]*(?:as="script"|modulepreload))[^>]*>/g, '')
    .replace(/ nonce="[^"]*"/g, '')

/** The post of a registration form from a page of ours. */
export const post = (url: string, body: Record<string, string> | string, headers: Record<string, string> = {}) =>
  raw(`${url}/api/registrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site(), ...headers },
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
  })
