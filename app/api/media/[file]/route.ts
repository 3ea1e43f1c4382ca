import { publicRoute } from '@/lib/web/route'
import { storage } from '@/lib/media/uploads/storage'
import { isPictureFile, typeOfFile } from '@/lib/values/picture'

/**
 * A file of an uploaded picture. Whoever was shown its random name may see it; a new picture has a new name, so an answer
 * may be kept for ever. As a page of its own it can do nothing at all.
 */
export const GET = publicRoute({}, async (request, { params }) => {
  const { file = '' } = params
  if (!isPictureFile(file)) return new Response(null, { status: 404 })
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${file}"` }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  const bytes = await storage().get(file)
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': typeOfFile(file),
      'content-disposition': `inline; filename="${file}"`,
      'x-content-type-options': 'nosniff',
    },
  })
})
