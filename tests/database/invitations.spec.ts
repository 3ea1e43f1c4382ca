import { expect, test } from '@playwright/test'
import { database } from '@/lib/database/client'
import { acceptInvitation, restoreMembership, revokeMembership } from '@/lib/people/commands/membership'
import { listMyInvitations, listPeople } from '@/lib/people/queries'
import { seriesScope } from '@/lib/people/scope'
import { aPerson, giveRole } from '../support/factories'
import { aKeeper, anInvitation } from '../support/people'

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
