import 'server-only'
import type { Doer } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { pictureFiles } from '@/lib/values/picture'
import { type Storage, storage } from './storage'

const day = 86_400_000
const atOnce = 500
/** Something refers to it. */
const some = { some: {} }
const shown = {
  OR: [{ sponsors: some }, { gifts: some }, { speakers: some }, { events: some }, { thanks: some }, { prizes: some }],
}

/**
 * Removes pictures that nothing has referred to for a day (an "undo" is over by then), row and files, and files that a
 * killed upload left without a row. Safe beside uploads and beside itself. Answers how many pictures and files went.
 */
export async function sweepPictures(
  _job: Doer,
  { place = storage(), before = new Date(Date.now() - day) }: { place?: Storage; before?: Date } = {},
): Promise<number> {
  const unused = await database().picture.findMany({
    where: { keptAt: { lt: before }, NOT: shown },
    select: { seriesId: true, id: true },
    take: atOnce,
  })
  let gone = 0
  for (const key of unused) gone += await removeUnused(key, before, place)
  return gone + (await removeStrays(before, place))
}

/** Locks the row first: whoever refers to it meanwhile waits, and the foreign keys then decide who was faster. */
const removeUnused = (key: { seriesId: string; id: string }, before: Date, place: Storage) =>
  database().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ name: string; fallback: string }[]>`
      SELECT name, fallback FROM pictures
      WHERE series_id = ${key.seriesId}::uuid AND id = ${key.id}::uuid AND kept_at < ${before} FOR UPDATE`
    const used = await tx.picture.count({ where: { ...key, ...shown } })
    if (!row || used > 0) return 0
    await tx.picture.delete({ where: { key } })
    await place.remove(pictureFiles(row))
    return 1
  })

async function removeStrays(before: Date, place: Storage): Promise<number> {
  const files = await place.olderThan(before)
  let gone = 0
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce)
    const nameOf = (file: string) => file.slice(0, 32)
    const known = await database().picture.findMany({
      where: { name: { in: some.map(nameOf) } },
      select: { name: true },
    })
    const rows = new Set(known.map(({ name }) => name))
    const strays = some.filter((file) => !rows.has(nameOf(file)))
    await place.remove(strays)
    gone += strays.length
  }
  return gone
}
