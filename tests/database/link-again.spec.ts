import { database } from '@/lib/database/client'
import { sendLinkAgain } from '@/lib/people/commands/send-link-again'
import { hasEnded, holderOf, type LinkKind, makeLink, revokeLinks } from '@/lib/people/holder'
import { systemJob } from '@/lib/people/scope'
import { revokeDeskLinks } from '@/lib/sponsors/commands/contacts'
import { findSponsor } from '@/lib/sponsors/queries/gifts'
import { unseal } from '@/lib/values/seal'
import { anOrganizerOf } from '../support/factories'
import { aDesk } from '../support/sponsors'
import { expect, test } from '../support/test'
import { aWorld } from '../support/world'

const lettersTo = (recipient: string) => database().message.findMany({ where: { recipient, kind: 'link-again' } })

test('whoever holds a revoked link of any kind gets a new one, at the address on file', async () => {
  const { links, canaries, series, stop, rows } = await aWorld()
  const people: [LinkKind, string, string][] = [
    ['ticket', canaries.guest, rows.registration ?? ''],
    ['desk', canaries.sponsor, rows.contact ?? ''],
    ['speaker', canaries.speaker, rows.speaker ?? ''],
    ['crew', canaries.crew, rows.volunteer ?? ''],
  ]
  for (const [kind, name, subjectId] of people) {
    const { secret } = links[kind]
    await sendLinkAgain(systemJob(), { secret, locale: 'zh' })
    expect(await lettersTo(`${name}@example.com`), 'one that opens is not sent again').toEqual([])
    await database().$transaction((tx) => revokeLinks(tx, kind, { eventId: stop.id, subjectId }))
    expect(await hasEnded(kind, secret)).toBe(true)
    await sendLinkAgain(systemJob(), { secret, locale: 'en' })
    const [letter] = await lettersTo(`${name}@example.com`)
    expect(letter).toMatchObject({ locale: 'en', seriesId: series.id, eventId: stop.id })
    const link = unseal(letter?.sealedLink ?? new Uint8Array(), process.env.AUTH_SECRET ?? '', 'outbox')
    expect((await holderOf(kind, link.split('/').at(-1) ?? ''))?.subjectId).toBe(subjectId)
  }
})

test('nothing is sent to strangers, to whom is off the list, or again and again', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { contactId, secret } = await aDesk(scope)
  await revokeDeskLinks(scope, contactId)
  const ask = (sent = secret) => sendLinkAgain(systemJob(), { secret: sent, locale: 'zh' })
  const before = await database().message.count({ where: scope.within })
  await ask()
  await ask('x'.repeat(27))
  expect(await database().message.count({ where: scope.within }), 'no address on file').toBe(before)
  const email = `desk-${contactId}@example.com`
  await database().sponsorContact.update({ where: scope.seriesKey(contactId), data: { email, removedAt: new Date() } })
  await ask()
  expect(await lettersTo(email)).toEqual([])
  await database().sponsorContact.update({ where: scope.seriesKey(contactId), data: { removedAt: null } })
  await Promise.all(Array.from({ length: 8 }, () => ask()))
  expect(await lettersTo(email)).toHaveLength(3)
  const lines = await database().activity.findMany({ where: { ...scope.within, verb: 'link.asked-again' } })
  expect(JSON.stringify(lines.map(({ details }) => details))).not.toContain('example.com')
  const other = { seriesId: scope.seriesId, eventId: scope.eventId, subjectId: contactId }
  const fresh = await database().$transaction((tx) => makeLink(tx, 'desk', other))
  expect(await hasEnded('desk', fresh)).toBe(false)
})

test('a link to a desk opens until half a year after its stop, also when the stop is moved, and then gives a new one', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { contactId, secret } = await aDesk(scope)
  const link = () => database().secretLink.findFirstOrThrow({ where: { ...scope.within, contactId } })
  const stop = () => database().event.findUniqueOrThrow({ where: { id: scope.eventId } })
  const halfAYear = 180 * 86_400_000
  expect((await link()).expiresAt).toEqual(new Date((await stop()).endsAt.getTime() + halfAYear))
  const endsAt = new Date(Date.now() + 900 * 86_400_000)
  await database().event.update({ where: { id: scope.eventId }, data: { endsAt } })
  expect((await link()).expiresAt).toEqual(new Date(endsAt.getTime() + halfAYear))
  expect((await holderOf('desk', secret))?.subjectId).toBe(contactId)

  const email = `desk-${contactId}@example.com`
  await database().sponsorContact.update({ where: scope.seriesKey(contactId), data: { email } })
  await database().secretLink.updateMany({ where: { contactId }, data: { expiresAt: new Date(Date.now() - 1_000) } })
  expect(await holderOf('desk', secret)).toBeNull()
  expect(await hasEnded('desk', secret)).toBe(true)
  expect((await findSponsor(scope, (await contactOf(contactId)).sponsorId))?.contacts[0]?.links).toEqual([])
  await sendLinkAgain(systemJob(), { secret, locale: 'zh' })
  const [letter] = await lettersTo(email)
  const fresh = unseal(letter?.sealedLink ?? new Uint8Array(), process.env.AUTH_SECRET ?? '', 'outbox')
  expect((await holderOf('desk', fresh.split('/').at(-1) ?? ''))?.subjectId).toBe(contactId)
})

test('no desk is made that stays open for ever', async () => {
  const scope = await anOrganizerOf('sponsors.edit')
  const { contactId } = await aDesk(scope)
  const forever = database().secretLink.updateMany({ where: { contactId }, data: { expiresAt: null } })
  await expect(forever).rejects.toThrow('secret_links_desks_expire')
})

const contactOf = (id: string) => database().sponsorContact.findFirstOrThrow({ where: { id } })
