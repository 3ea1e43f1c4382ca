import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { holderOf } from '@/lib/people/holder'
import { eventScope } from '@/lib/people/scope'
import { findRecap } from '@/lib/recap/queries/recap'
import { parseEmail } from '@/lib/values/address'
import { ChangedMeanwhile } from '@/lib/values/refusal'
import {
  addVolunteers,
  answerAsVolunteer,
  confirmVolunteer,
  editVolunteer,
  makeCrewLink,
  moveVolunteer,
  removeVolunteer,
  reopenVolunteer,
  restoreVolunteer,
  revokeCrewLinks,
} from '@/lib/volunteers/commands'
import { findCrewPage, listVolunteers } from '@/lib/volunteers/queries'
import { anEvent, anOrganizerOf, aPerson, giveRole } from '../support/factories'
import { expect, test } from '../support/test'

const aCrew = async (names: string, event?: Awaited<ReturnType<typeof anEvent>>) => {
  const scope = await anOrganizerOf('volunteers.edit', event)
  await addVolunteers(scope, { names, role: '签到', shift: '13:00–15:00' })
  const crew = await listVolunteers(scope)
  const idOf = (name: string) => crew.find((person) => person.name === name)?.id ?? ''
  return { scope, idOf }
}
const namesOf = async (scope: Parameters<typeof listVolunteers>[0]) =>
  (await listVolunteers(scope)).map(({ name }) => name)
const words = (name: string) => ({ name, role: '统筹', shift: '', leads: false, email: null, phone: null })

test('the crew of Shanghai can be typed in at once, and its lead stands first', async () => {
  const { scope, idOf } = await aCrew('夜猫、居居、冬琴、April、高超')
  expect(await namesOf(scope)).toEqual(['夜猫', '居居', '冬琴', 'April', '高超'])
  await editVolunteer(scope, { ...words('高超'), id: idOf('高超'), version: 1, leads: true })
  expect(await namesOf(scope)).toEqual(['高超', '夜猫', '居居', '冬琴', 'April'])
  await moveVolunteer(scope, { id: idOf('April'), to: 2 })
  expect(await namesOf(scope)).toEqual(['高超', 'April', '夜猫', '居居', '冬琴'])
})

test('the same names sent twice are there once', async () => {
  const scope = await anOrganizerOf('volunteers.edit')
  const input = { names: '高超、夜猫', role: '', shift: '' }
  const once = { key: randomUUID(), input }
  await Promise.all([addVolunteers(scope, input, once), addVolunteers(scope, input, once)])
  expect(await namesOf(scope)).toEqual(['高超', '夜猫'])
})

test('a removed volunteer comes back where they stood', async () => {
  const { scope, idOf } = await aCrew('高超、夜猫、居居')
  await removeVolunteer(scope, idOf('夜猫'))
  expect(await namesOf(scope)).toEqual(['高超', '居居'])
  await expect(removeVolunteer(scope, idOf('夜猫'))).rejects.toThrow('form.not-found')
  await restoreVolunteer(scope, idOf('夜猫'))
  expect(await namesOf(scope)).toEqual(['高超', '夜猫', '居居'])
})

test('whoever saves a volunteer second is shown what the first one wrote', async () => {
  const { scope, idOf } = await aCrew('高超')
  const id = idOf('高超')
  await editVolunteer(scope, { ...words('高超'), id, version: 1, role: '控场' })
  const late = editVolunteer(scope, { ...words('高超'), id, version: 1, role: '摄影' })
  await expect(late).rejects.toThrow(ChangedMeanwhile)
  expect(await late.catch((error) => error)).toMatchObject({ version: 2, current: { role: '控场', leads: '' } })
})

test('a volunteer’s link shows their role and shift, and takes their answer', async () => {
  const { scope, idOf } = await aCrew('高超、夜猫')
  await editVolunteer(scope, {
    ...words('高超'),
    id: idOf('高超'),
    version: 1,
    leads: true,
    email: parseEmail('canary@example.com'),
  })
  const { url } = await makeCrewLink(scope, idOf('夜猫'))
  const holder = await holderOf('crew', url.split('/').at(-1) ?? '')
  if (!holder) throw new Error('a fresh link opens')
  const page = await findCrewPage(holder)
  expect(page?.volunteer).toMatchObject({ name: '夜猫', role: '签到', shift: '13:00–15:00', answer: 'open' })
  expect(page?.leads).toEqual(['高超'])
  expect(JSON.stringify(page)).not.toContain('canary')
  await answerAsVolunteer(holder, 'no')
  expect((await findCrewPage(holder))?.volunteer.answer).toBe('declined')
  await answerAsVolunteer(holder, 'yes')
  expect((await listVolunteers(scope)).map(({ name, answer, links }) => [name, answer, links])).toEqual([
    ['高超', 'open', 0],
    ['夜猫', 'confirmed', 1],
  ])
  await removeVolunteer(scope, idOf('夜猫'))
  expect(await findCrewPage(holder)).toBeNull()
  await expect(answerAsVolunteer(holder, 'no')).rejects.toThrow('form.not-found')
  expect(await revokeCrewLinks(scope, idOf('夜猫'))).toEqual({ count: 1 })
  expect(await holderOf('crew', url.split('/').at(-1) ?? '')).toBeNull()
})

test('the recap prints the names of those who can come, and whoever leads as such', async () => {
  const event = await anEvent({ published: true })
  const { scope, idOf } = await aCrew('夜猫、居居、高超', event)
  await editVolunteer(scope, {
    ...words('高超'),
    id: idOf('高超'),
    version: 1,
    leads: true,
    email: parseEmail('canary@example.com'),
  })
  await database().volunteer.update({ where: scope.key(idOf('居居')), data: { declinedAt: new Date() } })
  const recap = await anOrganizerOf('recap.edit', event)
  const printed = async () => (await findRecap(recap)).crew.map(({ name, leads }) => [name, leads])
  expect(await printed()).toEqual([
    ['夜猫', false],
    ['高超', true],
  ])
  expect(JSON.stringify(await findRecap(recap))).not.toContain('canary')
  await confirmVolunteer(scope, idOf('居居'))
  expect(await printed()).toContainEqual(['居居', false])
  await reopenVolunteer(scope, idOf('居居'))
  expect(await printed()).toContainEqual(['居居', false])
})

test('doors and hosts may not change the crew', async () => {
  const event = await anEvent()
  for (const role of ['host', 'door', 'viewer'] as const) {
    const person = await aPerson()
    await giveRole(person, role, { seriesId: event.seriesId, eventId: event.id })
    expect(await eventScope(person, { id: event.id }, 'volunteers.edit')).toBeNull()
  }
})

test('the crew of another event cannot be touched', async () => {
  const here = await anOrganizerOf('volunteers.edit')
  const { scope: there, idOf } = await aCrew('高超、夜猫')
  const id = idOf('高超')
  for (const act of [
    () => editVolunteer(here, { ...words('抢'), id, version: 1 }),
    () => moveVolunteer(here, { id, to: 1 }),
    () => confirmVolunteer(here, id),
    () => reopenVolunteer(here, id),
    () => removeVolunteer(here, id),
    () => restoreVolunteer(here, id),
    () => makeCrewLink(here, id),
  ]) {
    await expect(act()).rejects.toThrow('form.not-found')
  }
  await expect(revokeCrewLinks(here, id)).rejects.toThrow('volunteers.no-link')
  expect(await namesOf(there)).toEqual(['高超', '夜猫'])
})
