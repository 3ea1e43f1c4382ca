import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { lockEvent } from '@/lib/database/lock'
import { acceptInvitation, restoreMembership, revokeMembership } from '@/lib/people/commands/membership'
import { listMyInvitations, listPeople } from '@/lib/people/queries'
import { eventScope, seriesScope } from '@/lib/people/scope'
import { anEvent, aPerson, giveRole } from '../support/factories'
import { aKeeper, anInvitation } from '../support/people'
import { expect, test } from '../support/test'

test('who may invite nobody any more has invited nobody: what they sent opens nothing, until they are back', async () => {
  const keeper = await aKeeper()
  const [leaving, friend] = [await aPerson(), await aPerson()]
  await giveRole(leaving, 'organizer', { seriesId: keeper.seriesId })
  const theirs = await seriesScope(leaving, { id: keeper.seriesId }, 'people.edit')
  if (!theirs) throw new Error('an organiser may invite')
  const [id, kept] = [
    await anInvitation(theirs, friend.email ?? ''),
    await anInvitation(keeper, 'somebody@example.com'),
  ]
  const { id: membership } = await database().membership.findFirstOrThrow({ where: { personId: leaving.personId } })
  const open = async () => (await listPeople(keeper, new Date())).invitations.map((invitation) => invitation.id).sort()
  expect(await open()).toEqual([id, kept].sort())
  await revokeMembership(keeper, membership)
  await expect(acceptInvitation(friend, id)).rejects.toMatchObject({ code: 'account.invitation-over' })
  expect(await open()).toEqual([kept])
  expect(await listMyInvitations(friend, new Date())).toEqual([])
  expect(await seriesScope(friend, { id: keeper.seriesId }, 'series.view')).toBeNull()
  await restoreMembership(keeper, membership)
  expect(await acceptInvitation(friend, id)).toMatchObject({ goTo: expect.stringContaining('/organize/') })
})

test('whoever is sent away while their act waits for the stop does nothing more; another role must allow that very act', async () => {
  const event = await anEvent()
  const at = { seriesId: event.seriesId, eventId: event.id }
  const [member, keeper, owner, stays] = [
    await aPerson(),
    await aPerson(),
    await aPerson({ owner: true }),
    await aPerson(),
  ]
  for (const one of [member, keeper, stays]) await giveRole(one, 'organizer', { seriesId: event.seriesId })
  await giveRole(member, 'door', at)
  await giveRole(keeper, 'editor', at)
  const scopes = await Promise.all([member, keeper, owner, stays].map((one) => eventScope(one, event, 'sponsors.edit')))
  const act = (scope: (typeof scopes)[number]) =>
    change(scope as NonNullable<typeof scope>, {}, async (_tx, record) => record('need.added', null))
  let late: Promise<PromiseSettledResult<void>[]> | undefined
  await database().$transaction(async (tx) => {
    await lockEvent(tx, event.id)
    late = Promise.allSettled(scopes.map(act))
    const waits = async () => {
      const [row] = await tx.$queryRaw<{ waits: boolean }[]>`
        SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waits`
      return row?.waits
    }
    await expect.poll(waits, { intervals: [20] }).toBe(true)
    const ids = [member, keeper].map(({ personId }) => personId)
    await tx.membership.updateMany({
      where: { personId: { in: ids }, role: 'organizer' },
      data: { revokedAt: new Date() },
    })
    await tx.person.update({ where: { id: owner.personId }, data: { ownerSince: null } })
  })
  expect((await late)?.map((end) => (end.status === 'fulfilled' ? 'did' : end.reason.code))).toEqual([
    'form.not-found',
    'did',
    'form.not-found',
    'did',
  ])
})
