import { publicRoute } from '@/lib/web/route'
import { publicBundle } from '@/lib/draws/queries/sessions'
import type { Bundle } from '@/lib/draws/rules/record'
import { checkBundle } from '@/lib/draws/rules/verify/bundle'
import { hashedLines, shellScript } from '@/lib/draws/rules/verify/shell'
import { publishedEvent } from '@/lib/people/scope'
import { isUuid } from '@/lib/values/uuid'

/** A draw's whole record for anybody to check: `bundle.json`, or as a script that hashes everything again. */
export const GET = publicRoute({}, async (request, { params }) => {
  const { series = '', event: slug = '', session = '' } = params
  const event = await publishedEvent({ series, event: slug })
  const bundle = event && isUuid(session) ? await publicBundle(event, session) : null
  if (!bundle) return new Response(null, { status: 404 })
  const shell = new URL(request.url).searchParams.get('as') === 'sh'
  return new Response(shell ? shellOf(bundle) : JSON.stringify(bundle), {
    headers: {
      'content-type': shell ? 'text/x-shellscript; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${shell ? 'hashes.sh' : 'bundle.json'}"`,
    },
  })
})

/** Of the last few records asked for: computing one anew for whoever asks would be work that strangers can order. */
const scripts = new Map<string, string>()
const most = 8

function shellOf(bundle: Bundle): string {
  const known = scripts.get(bundle.head)
  if (known !== undefined) return known
  const { session } = checkBundle(bundle)
  const script = session ? shellScript(hashedLines(bundle, session)) : ''
  const oldest = scripts.keys().next()
  if (scripts.size >= most && !oldest.done) scripts.delete(oldest.value)
  scripts.set(bundle.head, script)
  return script
}
