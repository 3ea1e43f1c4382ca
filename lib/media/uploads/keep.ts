import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { change, type Doer } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import { Refusal, refuse } from '@/lib/values/refusal'
import { encodePicture } from './encode'
import { storage } from './storage'

/** Whoever may add a picture to a series: any proof that names one. */
export type PictureGiver = Doer & { readonly withinSeries: { readonly seriesId: string } }

/** What pages need to show a picture. */
export const pictureColumns = {
  name: true,
  fallback: true,
  width: true,
  height: true,
  inkLeft: true,
  inkTop: true,
  inkWidth: true,
  inkHeight: true,
  inkShare: true,
} as const

/** The same of the row `ph` in a query of our own; null where it joined none. */
export const pictureJson = Prisma.sql`CASE WHEN ph.id IS NULL THEN NULL ELSE json_build_object('name', ph.name,
  'fallback', ph.fallback, 'width', ph.width, 'height', ph.height, 'inkLeft', ph.ink_left, 'inkTop', ph.ink_top,
  'inkWidth', ph.ink_width, 'inkHeight', ph.ink_height, 'inkShare', ph.ink_share) END`

/**
 * Keeps an uploaded picture and answers its id, to be referred to by what it belongs to; what nothing refers to is swept
 * away after a day. The same file sent again is the same picture. The bytes are stored before the row is, so that a row
 * never points to nothing. Refuses like `encodePicture`, at the form's `field`.
 */
export async function keepPicture(who: PictureGiver, file: Blob, field: string): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer())
  const sourceHash = new Uint8Array(createHash('sha256').update(bytes).digest())
  const known = await keptBefore(who, sourceHash)
  if (known) return known
  const name = randomBytes(16).toString('hex')
  const { files, ...facts } = await encodePicture(bytes, name).catch((error) => atField(error, field))
  for (const [file, content] of files) await storage().put(file, content)
  const kept = await change(who, {}, async (tx, record) => {
    const row = await tx.picture.upsert({
      where: { seriesId_sourceHash: { ...who.withinSeries, sourceHash } },
      create: { ...who.withinSeries, name, sourceHash, ...facts },
      update: { keptAt: new Date() },
      select: { id: true, name: true },
    })
    record('picture.added', row.id)
    return row
  })
  // Somebody sent the same file at the same time and was faster.
  if (kept.name !== name) await storage().remove([...files.keys()])
  return kept.id
}

/** What to store for the picture of a form: the id of a new one, null for none any more, nothing for "as it is". */
export type PictureSent<Field extends string> = { [K in `${Field}Id`]?: string | null }

/** Keeps the picture that a form sent as `field`, if it sent one; `gone` takes the present one away. */
export async function pictureSent<Field extends string>(
  who: PictureGiver,
  field: Field,
  { file, gone = false }: { file: File | null; gone?: boolean },
): Promise<PictureSent<Field>> {
  const id = file ? await keepPicture(who, file, field) : null
  return (file || gone ? { [`${field}Id`]: id } : {}) as PictureSent<Field>
}

/** The picture of this very file, its day begun anew; null when there is none (any more). */
async function keptBefore(who: PictureGiver, sourceHash: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const found = await database().picture.findFirst({ where: { ...who.withinSeries, sourceHash }, select: { id: true } })
  if (!found) return null
  return change(who, {}, async (tx, record) => {
    const { count } = await tx.picture.updateMany({
      where: { ...who.withinSeries, sourceHash },
      data: { keptAt: new Date() },
    })
    record('picture.added', found.id, { again: true })
    return count === 1 ? found.id : null
  })
}

function atField(error: unknown, field: string): never {
  if (error instanceof Refusal) refuse(error.code, { ...error.about, field })
  throw error
}
