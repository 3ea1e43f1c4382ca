import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { database } from '@/lib/database/client'
import { setEventPhoto } from '@/lib/events/commands/photo'
import { publicEvent } from '@/lib/events/queries'
import { keepPicture } from '@/lib/media/uploads/keep'
import { bucketStorage, folderStorage, type Storage, storage } from '@/lib/media/uploads/storage'
import { sweepPictures } from '@/lib/media/uploads/sweep'
import { holderOf, makeLink } from '@/lib/people/holder'
import { publishedEvent, systemJob } from '@/lib/people/scope'
import { addGift, editGift, editOwnGift, logGift } from '@/lib/prizes/commands/gifts'
import { editOwnPrint } from '@/lib/program/commands/own'
import { editSpeaker } from '@/lib/program/commands/speakers'
import { addTalk } from '@/lib/program/commands/talks'
import { publicProgram } from '@/lib/program/queries/program'
import { editOwnSponsor, editSponsor } from '@/lib/sponsors/commands/sponsors'
import { findDesk } from '@/lib/sponsors/queries/desk'
import { publicSupport } from '@/lib/sponsors/queries/support'
import { pictureFiles } from '@/lib/values/picture'
import { aBucket } from '../support/bucket'
import { anEvent, anOrganizerOf } from '../support/factories'
import { aFile, aPng } from '../support/pictures'
import { aDesk, aDeskGift, aGift, refusalOf } from '../support/sponsors'
import { expect, test } from '../support/test'

const colours = ['#c2361f', '#0f6b4f', '#1b5aa6', '#5a3ea6']
const upload = async (n = 0) => aFile(await aPng({ colour: colours[n] }))
const rowOf = (seriesId: string, id: string) =>
  database().picture.findUniqueOrThrow({ where: { key: { seriesId, id } } })

test('the same picture sent ten times at once is one picture with one set of files', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const ids = await Promise.all(Array.from({ length: 10 }, async () => keepPicture(scope, await upload(), 'photo')))
  expect(new Set(ids).size).toBe(1)
  const row = await rowOf(scope.seriesId, ids[0] ?? '')
  expect(row.name).toMatch(/^[0-9a-f]{32}$/)
  for (const file of pictureFiles(row)) expect((await storage().get(file))?.length, file).toBeGreaterThan(50)
  expect(await refusalOf(keepPicture(scope, new Blob(['<svg/>']), 'photo'))).toBe('media.not-a-picture')
})

test('a prize shows its photo and a sponsor its logo in public, put there by organisers or at the desk', async () => {
  const event = await anEvent({ published: true })
  const scope = await anOrganizerOf('sponsors.edit', event)
  const { desk, sponsorId } = await aDesk(scope)
  const [one, two] = [
    await keepPicture(desk, await upload(0), 'photo'),
    await keepPicture(scope, await upload(1), 'logo'),
  ]
  const id = await logGift(desk, { ...aDeskGift(), photoId: one })
  const own = { name: 'Acme', nameEn: null, link: '', blurb: '', blurbEn: null }
  await editOwnSponsor(desk, { version: 1, ...own, logoId: two })
  // Left out means "as it is".
  await editOwnGift(desk, { id, version: 1, ...aDeskGift({ title: '大抱枕' }) })
  await editSponsor(scope, { id: sponsorId, version: 2, kind: 'organisation', ...own })
  const published = await publishedEvent({ id: event.id })
  const [sponsor] = published ? await publicSupport(published) : []
  expect(sponsor?.logo?.name).toBe((await rowOf(scope.seriesId, two)).name)
  expect(sponsor?.gifts[0]).toMatchObject({ title: '大抱枕', photo: { width: 60, height: 40, fallback: 'jpg' } })
  await editOwnGift(desk, { id, version: 2, ...aDeskGift(), photoId: null })
  expect((await findDesk(desk))?.gifts[0]?.photo).toBeNull()
})

test('a speaker and a stop show their photo in public, put there by organisers or by the speaker', async () => {
  const event = await anEvent({ published: true })
  const proof = await publishedEvent({ id: event.id })
  const [program, edit] = [await anOrganizerOf('program.edit', event), await anOrganizerOf('event.edit', event)]
  const talk = await addTalk(program, { kind: 'talk', title: '一个话题', durationMinutes: 20, people: '海辛' })
  const seen = async () => proof && (await publicProgram(proof))[0]?.people[0]?.photo
  expect(await seen()).toBeNull()
  const { id } = await database().speaker.findFirstOrThrow({ where: program.withinSeries })
  const own = { name: '海辛', organisation: '', organisationEn: null, position: '', positionEn: null }
  const printed = { ...own, bio: '', bioEn: null, website: '' }
  const photoId = await keepPicture(program, await upload(0), 'photo')
  await editSpeaker(program, { id, version: 1, ...printed, email: null, phone: null, photoId })
  expect(await seen()).toMatchObject({ width: 60, height: 40 })
  const at = { seriesId: event.seriesId, eventId: event.id, subjectId: id }
  const link = await holderOf('speaker', await database().$transaction((tx) => makeLink(tx, 'speaker', at)))
  if (!link || !proof || !talk) throw new Error('the speaker has no page')
  await editOwnPrint(link, { version: 2, ...printed, bio: '跳舞的 AI' })
  expect(await seen(), 'left out means: as it is').not.toBeNull()
  await editOwnPrint(link, { version: 3, ...printed, photoId: null })
  expect(await seen()).toBeNull()
  await setEventPhoto(edit, await keepPicture(edit, await upload(1), 'photo'))
  expect((await publicEvent(proof)).photo).toMatchObject({ width: 60 })
  await setEventPhoto(edit, null)
  expect((await publicEvent(proof)).photo).toBeNull()
  const foreign = await keepPicture(await anOrganizerOf('event.edit'), await upload(), 'photo')
  await expect(setEventPhoto(edit, foreign)).rejects.toThrow(/events_photo_stays/)
  await expect(editOwnPrint(link, { version: 4, ...printed, photoId: foreign })).rejects.toThrow(/speakers_photo_stays/)
})

test('a picture of another series can be shown by nobody here', async () => {
  const [mine, other] = [await anOrganizerOf('sponsors.edit'), await anOrganizerOf('sponsors.edit')]
  const foreign = await keepPicture(other, await upload(), 'photo')
  await expect(addGift(mine, { ...aGift(), photoId: foreign })).rejects.toThrow(/gifts_photo_stays/)
})

test('what nothing shows is swept after a day, row and files; what is shown cannot be removed by hand either', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const [used, unused, fresh] = [
    await keepPicture(scope, await upload(0), 'photo'),
    await keepPicture(scope, await upload(1), 'photo'),
    await keepPicture(scope, await upload(2), 'photo'),
  ]
  const gift = await addGift(scope, { ...aGift(), photoId: used })
  const old = new Date(Date.now() - 3 * 86_400_000)
  await database().picture.updateMany({
    where: { ...scope.withinSeries, id: { in: [used, unused] } },
    data: { keptAt: old },
  })
  const rows = await database().picture.findMany({ where: scope.withinSeries })
  const [kept, gone] = [rows.filter(({ id }) => id !== unused), rows.filter(({ id }) => id === unused)]
  await sweepPictures(systemJob())
  for (const file of kept.flatMap(pictureFiles)) expect(await storage().get(file), file).not.toBeNull()
  for (const file of gone.flatMap(pictureFiles)) expect(await storage().get(file), file).toBeNull()
  const left = await database().picture.findMany({ where: scope.withinSeries, select: { id: true } })
  expect(left.map(({ id }) => id).sort()).toEqual([used, fresh].sort())
  const byHand = database().picture.delete({ where: { key: { seriesId: scope.seriesId, id: used } } })
  await expect(byHand).rejects.toThrow(/gifts_photo_stays/)
  // Sent again, the swept one is a new picture with a new name.
  expect(await keepPicture(scope, await upload(1), 'photo')).not.toBe(unused)
  await editGift(scope, { ...edited(gift), photoId: null })
})

function edited(id: string) {
  const { sponsorName: _sponsor, status: _status, ...rest } = aGift()
  return { ...rest, id, version: 1 }
}

async function behaves(place: Storage) {
  const name = `${'0f'.repeat(16)}.jpg`
  expect(await place.get(name)).toBeNull()
  await place.put(name, Buffer.from('bytes'))
  expect((await place.get(name))?.toString()).toBe('bytes')
  expect(await place.olderThan(new Date(Date.now() - 60_000))).toEqual([])
  expect(await place.olderThan(new Date(Date.now() + 60_000))).toEqual([name])
  await place.remove([name, `${'1f'.repeat(16)}.jpg`])
  expect(await place.get(name)).toBeNull()
}

test('a folder and a bucket keep, answer, list and remove alike', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'next-stop-media-'))
  await behaves(folderStorage(join(folder, 'not-there-yet')))
  const bucket = await aBucket()
  await behaves(bucketStorage(bucket.access))
  await bucket.close()
  await rm(folder, { recursive: true })
})

test('files that a killed upload left without a row go with the next sweep', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'next-stop-media-'))
  const place = folderStorage(folder)
  const [stray, young] = [`${'2f'.repeat(16)}-320.webp`, `${'3f'.repeat(16)}-320.webp`]
  for (const name of [stray, young]) await place.put(name, Buffer.from('x'))
  const old = new Date(Date.now() - 3 * 86_400_000)
  await utimes(join(folder, stray), old, old)
  await sweepPictures(systemJob(), { place, before: new Date(Date.now() - 2 * 86_400_000) })
  expect([await place.get(stray), (await place.get(young))?.toString()]).toEqual([null, 'x'])
  await rm(folder, { recursive: true })
})
