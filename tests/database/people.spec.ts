import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { restoreInvitation, revokeInvitation } from '@/lib/people/commands/invite'
import { acceptInvitation, changeRole, restoreMembership, revokeMembership } from '@/lib/people/commands/membership'
import { renameSelf } from '@/lib/people/commands/rename'
import { sendSignInLink } from '@/lib/people/commands/send-sign-in'
import {
  findInvitation,
  listMyInvitations,
  listOpenLinks,
  listPeople,
  listWaitingSignIns,
  mayReceiveSignIn,
} from '@/lib/people/queries'
import { ownNameSchema } from '@/lib/people/schema'
import { eventScope, seriesScope, systemJob, viewerOf } from '@/lib/people/scope'
import { markOf } from '@/lib/values/mark'
import { passSignIn } from '@/lib/web/limit'
import { anEvent, aPerson, aSeries, giveRole } from '../support/factories'
import { aKeeper, anInvitation, letterOf, mailable } from '../support/people'
import { expect, test } from '../support/test'

const someone = () => `invited-${randomUUID().slice(0, 8)}@example.com`

test('an invitation is mailed with a secret link and opens a role for its own address only', async () => {
  const keeper = await aKeeper()
  const guest = await aPerson({ name: '编辑' })
  const event = await anEvent({ seriesId: keeper.seriesId })
  const id = await anInvitation(keeper, guest.email ?? '', { role: 'editor', eventId: event.id })
  const letter = await letterOf(id)
  expect(letter.recipient).toBe(guest.email)
  expect(letter.text).toContain('{link}')
  const link = (await listOpenLinks(keeper)).get(id) ?? ''
  const secret = link.slice(link.lastIndexOf('/') + 1)
  expect((await findInvitation(secret))?.id).toBe(id)
  const stored = await database().invitation.findUniqueOrThrow({ where: { id } })
  expect(Buffer.from(stored.tokenHash).toString()).not.toContain(secret)

  const stranger = await aPerson()
  await expect(acceptInvitation(stranger, id)).rejects.toMatchObject({ code: 'account.invitation-over' })
  expect((await listMyInvitations(guest, new Date())).map((mine) => mine.id)).toEqual([id])
  expect(await acceptInvitation(guest, id)).toEqual({ goTo: `/organize/${event.series.slug}/${event.slug}` })
  expect(await eventScope(guest, { id: event.id }, 'program.edit')).not.toBeNull()
  expect(await eventScope(guest, { id: event.id }, 'guests.view')).toBeNull()
  expect(await seriesScope(guest, { id: keeper.seriesId }, 'series.view')).toBeNull()
  await expect(acceptInvitation(guest, id), 'once only').rejects.toMatchObject({ code: 'account.invitation-over' })
})

test('whoever is invited to the door is led to the check-in, as the door sees no overview', async () => {
  const keeper = await aKeeper()
  const helper = await aPerson()
  const event = await anEvent({ seriesId: keeper.seriesId })
  const id = await anInvitation(keeper, helper.email ?? '', { role: 'door', eventId: event.id })
  expect(await acceptInvitation(helper, id)).toEqual({ goTo: `/organize/${event.series.slug}/${event.slug}/checkin` })
  expect(await eventScope(helper, { id: event.id }, 'checkin.run')).not.toBeNull()
  expect(await eventScope(helper, { id: event.id }, 'event.view')).toBeNull()
})

test('people say what they are called themselves, and only of themselves; a repeated press changes nothing more', async () => {
  const [me, other] = [await aPerson({ name: 'Owner' }), await aPerson({ name: '别人' })]
  const once = { key: randomUUID(), input: { name: '小满' } }
  expect(await renameSelf(me, { name: '小满' }, once)).toEqual({ name: '小满' })
  expect(await renameSelf(me, { name: '小满' }, once)).toEqual({ name: '小满' })
  const names = await database().person.findMany({
    where: { id: { in: [me.personId, other.personId] } },
    select: { name: true },
  })
  expect(names.map(({ name }) => name).sort()).toEqual(['别人', '小满'].sort())
  expect(await database().activity.count({ where: { verb: 'person.renamed', actorId: me.personId } })).toBe(1)
  expect(ownNameSchema.safeParse({ name: ' ' }).success).toBe(false)
  expect(ownNameSchema.safeParse({ name: '名'.repeat(41) }).success).toBe(false)
})

test('whoever is invited may ask for a sign-in link, until the invitation is withdrawn', async () => {
  const keeper = await aKeeper()
  const address = mailable(someone())
  expect(await mayReceiveSignIn(systemJob(), address)).toBe(false)
  const id = await anInvitation(keeper, address)
  expect(await mayReceiveSignIn(systemJob(), address)).toBe(true)
  await revokeInvitation(keeper, id)
  expect(await mayReceiveSignIn(systemJob(), address)).toBe(false)
  await restoreInvitation(keeper, id)
  expect(await mayReceiveSignIn(systemJob(), address)).toBe(true)
})

test('the letter with the link is in the language of the page it was asked for on, whatever the site is called', async () => {
  const address = mailable(someone())
  await anInvitation(await aKeeper(), address)
  for (const locale of ['zh', 'en']) {
    const link = new URL('https://encore.example.org/api/auth/callback/email')
    link.searchParams.set('callbackUrl', `https://encore.example.org/${locale}/organize`)
    await sendSignInLink(systemJob(), address, link)
  }
  const letters = await database().message.findMany({
    where: { recipient: address, kind: 'sign-in' },
    orderBy: { id: 'asc' },
  })
  expect(letters.map(({ locale }) => locale)).toEqual(['zh', 'en'])
})

test('a stranger who asks for links without end keeps nobody else from signing in', async () => {
  const ask = (address: string, email: string) =>
    passSignIn(new Headers({ 'x-came-by': address }), email).then(
      () => 'sent',
      (error) => error.code,
    )
  const [owner, others] = ['owner@example.org', Array.from({ length: 60 }, (_, n) => `somebody-${n}@example.org`)]
  for (let n = 0; n < 20; n++) await ask('203.0.113.5', owner)
  expect(await ask('203.0.113.5', owner)).toBe('form.too-many')
  for (let client = 1; client < 9; client++) for (const other of others) await ask(`198.51.100.${client}`, other)
  expect(await ask('198.51.100.99', 'other@example.org')).toBe('form.too-many')
  expect(await ask('192.0.2.7', owner)).toBe('sent')
})

test('a withdrawn, an expired and a replaced invitation open nothing', async () => {
  const keeper = await aKeeper()
  const guest = await aPerson()
  const first = await anInvitation(keeper, guest.email ?? '')
  const second = await anInvitation(keeper, guest.email ?? '')
  await expect(acceptInvitation(guest, first)).rejects.toMatchObject({ code: 'account.invitation-over' })
  await expect(restoreInvitation(keeper, first)).rejects.toMatchObject({ code: 'people.invited-again' })
  await database().invitation.update({ where: { id: second }, data: { expiresAt: new Date(Date.now() - 1000) } })
  await expect(acceptInvitation(guest, second)).rejects.toMatchObject({ code: 'account.invitation-over' })
  expect(await seriesScope(guest, { id: keeper.seriesId }, 'series.view')).toBeNull()
})

test('organiser goes with a series, every other role with a stop of that series', async () => {
  const keeper = await aKeeper()
  const foreign = await anEvent()
  const own = await anEvent({ seriesId: keeper.seriesId })
  await expect(anInvitation(keeper, someone(), { role: 'door' })).rejects.toMatchObject({
    code: 'people.role-elsewhere',
  })
  await expect(anInvitation(keeper, someone(), { eventId: own.id })).rejects.toMatchObject({
    code: 'people.role-elsewhere',
  })
  await expect(anInvitation(keeper, someone(), { role: 'door', eventId: foreign.id })).rejects.toMatchObject({
    code: 'people.role-elsewhere',
  })
})

test('who holds the very role is not invited into it again', async () => {
  const keeper = await aKeeper()
  const member = await aPerson()
  await giveRole(member, 'organizer', { seriesId: keeper.seriesId })
  await expect(anInvitation(keeper, member.email ?? '')).rejects.toMatchObject({ code: 'people.already-member' })
})

test('taking a role away works at once, and can be undone', async () => {
  const keeper = await aKeeper()
  const member = await aPerson()
  await giveRole(member, 'organizer', { seriesId: keeper.seriesId })
  const { members } = await listPeople(keeper, new Date())
  const id = members.find(({ person }) => person.id === member.personId)?.id ?? ''
  await revokeMembership(keeper, id)
  expect(await seriesScope(member, { id: keeper.seriesId }, 'series.view')).toBeNull()
  await expect(revokeMembership(keeper, id), 'gone is gone').rejects.toMatchObject({ code: 'people.not-found' })
  await restoreMembership(keeper, id)
  expect(await seriesScope(member, { id: keeper.seriesId }, 'series.view')).not.toBeNull()
})

test('a role given back does not stand beside a newer one', async () => {
  const keeper = await aKeeper()
  const member = await aPerson()
  const event = await anEvent({ seriesId: keeper.seriesId })
  await giveRole(member, 'door', { seriesId: keeper.seriesId, eventId: event.id })
  const id = (await listPeople(keeper, new Date())).members.find(({ role }) => role === 'door')?.id ?? ''
  await revokeMembership(keeper, id)
  await giveRole(member, 'editor', { seriesId: keeper.seriesId, eventId: event.id })
  await expect(restoreMembership(keeper, id)).rejects.toMatchObject({ code: 'people.already-member' })
})

test('nobody takes or changes their own role, and owners are not in the list of what can be taken', async () => {
  const keeper = await aKeeper()
  const owner = await aPerson({ owner: true })
  const { members, owners } = await listPeople(keeper, new Date())
  const own = members.find(({ person }) => person.id === keeper.actorId)?.id ?? ''
  await expect(revokeMembership(keeper, own)).rejects.toMatchObject({ code: 'people.not-yourself' })
  expect(owners.map(({ id }) => id)).toContain(owner.personId)
  expect(members.some(({ person }) => person.id === owner.personId)).toBe(false)
})

test('a role in a stop can be changed, that of an organiser cannot', async () => {
  const keeper = await aKeeper()
  const [member, organizer] = [await aPerson(), await aPerson()]
  const event = await anEvent({ seriesId: keeper.seriesId })
  await giveRole(member, 'viewer', { seriesId: keeper.seriesId, eventId: event.id })
  await giveRole(organizer, 'organizer', { seriesId: keeper.seriesId })
  const { members } = await listPeople(keeper, new Date())
  const idOf = (personId: string) => members.find(({ person }) => person.id === personId)?.id ?? ''
  await changeRole(keeper, { id: idOf(member.personId), role: 'editor' })
  const late = changeRole(keeper, { id: idOf(member.personId), role: 'host', version: markOf({ role: 'viewer' }) })
  await expect(late).rejects.toMatchObject({ current: { role: 'editor' } })
  expect(await eventScope(member, { id: event.id }, 'program.edit')).not.toBeNull()
  await expect(changeRole(keeper, { id: idOf(organizer.personId), role: 'editor' })).rejects.toMatchObject({
    code: 'people.not-found',
  })
})

test('without a mail server the owner alone passes sign-in links on, and never those of an owner', async () => {
  const [keeper, elsewhere] = [await aKeeper(), await aKeeper()]
  const [owner, editor] = [await aPerson({ owner: true }), await aPerson()]
  const event = await anEvent({ seriesId: keeper.seriesId })
  const at = { seriesId: keeper.seriesId, eventId: event.id }
  for (const person of [owner, editor]) await giveRole(person, 'editor', at)
  const invited = mailable(someone())
  await anInvitation(keeper, invited)
  for (const email of [owner.email, editor.email, invited]) {
    const callback = new URL(`http://localhost/api/auth/callback/email?callbackUrl=%2Fzh&token=${randomUUID()}`)
    await sendSignInLink(systemJob(), email ?? '', callback)
  }
  const scope = await seriesScope(owner, { id: keeper.seriesId }, 'people.edit')
  const other = await seriesScope(owner, { id: elsewhere.seriesId }, 'people.edit')
  if (!scope || !other) throw new Error('owners may')
  const seen = await listWaitingSignIns(scope, new Date())
  expect(seen.map(({ email }) => email).sort()).toEqual([editor.email, invited].sort())
  expect(seen[0]?.link).toContain('/zh/signin/confirm?')
  expect(await listWaitingSignIns(keeper, new Date()), 'an organiser').toEqual([])
  expect(await listWaitingSignIns(other, new Date()), 'another series').toEqual([])
  expect(await listWaitingSignIns(scope, new Date(Date.now() + 16 * 60_000)), 'too late').toEqual([])
})

test('people of another series cannot be reached', async () => {
  const [here, there] = [await aKeeper(), await aKeeper()]
  const invitation = await anInvitation(there, someone())
  const { members } = await listPeople(there, new Date())
  const id = members[0]?.id ?? ''
  await expect(revokeMembership(here, id)).rejects.toMatchObject({ code: 'people.not-found' })
  await expect(restoreMembership(here, id)).rejects.toMatchObject({ code: 'people.not-found' })
  await expect(changeRole(here, { id, role: 'editor' })).rejects.toMatchObject({ code: 'people.not-found' })
  await expect(revokeInvitation(here, invitation)).rejects.toMatchObject({ code: 'people.not-found' })
  await expect(restoreInvitation(here, invitation)).rejects.toMatchObject({ code: 'people.not-found' })
})

test('only organisers look after people: an editor of a stop gets no proof', async () => {
  const series = await aSeries()
  const event = await anEvent({ seriesId: series.id })
  const editor = await aPerson()
  await giveRole(editor, 'editor', { seriesId: series.id, eventId: event.id })
  expect(await seriesScope(editor, { id: series.id }, 'people.edit')).toBeNull()
  expect(await viewerOf(randomUUID())).toBeNull()
})
