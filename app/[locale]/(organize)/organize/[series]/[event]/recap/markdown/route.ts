import { organizerRoute } from '@/lib/web/route'
import { findRecap } from '@/lib/recap/queries/recap'
import { composeRecap } from '@/lib/recap/rules/compose'
import { recapMarkdown } from '@/lib/recap/rules/markdown'
import { isLocale } from '@/lib/words/load'

export const GET = organizerRoute({ may: 'recap.edit' }, async (request, { scope }) => {
  const asked = new URL(request.url).searchParams.get('in')
  const locale = isLocale(asked) ? asked : 'zh'
  const text = recapMarkdown(composeRecap(await findRecap(scope), locale), locale)
  return new Response(text, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${scope.eventSlug}-recap-${locale}.md"`,
    },
  })
})
