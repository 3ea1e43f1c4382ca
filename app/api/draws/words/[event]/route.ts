import { organizerRoute } from '@/lib/web/route'
import { proposeWords } from '@/lib/draws/queries/announcement'
import { announcementSchema } from '@/lib/draws/schema'
import { readPostedForm } from '@/lib/web/body'

/** Words for the host to say now; nothing is stored, and nobody sees them before the host puts them on the screen. */
export const POST = organizerRoute({ may: 'stage.run', writes: true }, async (request, { scope }) => {
  const form = await readPostedForm(request)
  if (typeof form === 'number') return new Response(null, { status: form })
  const wish = announcementSchema.safeParse(Object.fromEntries(form))
  if (!wish.success) return new Response(null, { status: 400 })
  return Response.json(await proposeWords(scope, wish.data))
})
