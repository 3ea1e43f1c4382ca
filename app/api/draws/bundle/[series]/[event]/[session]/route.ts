import { publicBundle } from '@/lib/draws/queries/sessions'
import { canonical } from '@/lib/draws/rules/canonical'
import type { Bundle } from '@/lib/draws/rules/record'
import { publishedEvent } from '@/lib/people/scope'
import { isUuid } from '@/lib/values/uuid'
import { publicRoute } from '@/lib/web/route'

/** A draw's whole record for anybody to check: `bundle.json`, or as shell lines that hash every record. */
export const GET = publicRoute({}, async (request, { params }) => {
  const { series = '', event: slug = '', session = '' } = params
  const event = await publishedEvent({ series, event: slug })
  const bundle = event && isUuid(session) ? await publicBundle(event, session) : null
  if (!bundle) return new Response(null, { status: 404 })
  const shell = new URL(request.url).searchParams.get('as') === 'sh'
  return new Response(shell ? shellLines(bundle) : JSON.stringify(bundle), {
    headers: {
      'content-type': shell ? 'text/x-shellscript; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${shell ? 'records.sh' : 'bundle.json'}"`,
    },
  })
})

/** Each record's hash by itself: the line prints what the line above it says. */
const shellLines = ({ log }: Bundle): string =>
  `${log
    .map(({ hash, rec }) => {
      const text = canonical(rec).replaceAll("'", "'\\''")
      return `# ${rec.i} ${rec.type} ${hash}\nprintf 'hat1/rec\\000%s' '${text}' | sha256sum`
    })
    .join('\n')}\n`
