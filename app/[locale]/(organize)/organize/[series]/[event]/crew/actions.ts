'use server'

import {
  addVolunteers as addTo,
  confirmVolunteer as confirm,
  editVolunteer as edit,
  makeCrewLink as makeLink,
  moveVolunteer as move,
  removeVolunteer as remove,
  reopenVolunteer as reopen,
  restoreVolunteer as restore,
  revokeCrewLinks as revoke,
} from '@/lib/volunteers/commands'
import { moveVolunteerSchema, newVolunteersSchema, oneSchema, volunteerSchema } from '@/lib/volunteers/schema'
import { organizerAction } from '@/lib/web/action'

export const addVolunteers = organizerAction({
  may: 'volunteers.edit',
  input: newVolunteersSchema,
  run: async (scope, input, once) => {
    await addTo(scope, input, once)
  },
})

export const editVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: volunteerSchema,
  done: 'volunteers.edited',
  run: async (scope, input) => ({ subject: (await edit(scope, input)).id }),
})

export const moveVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: moveVolunteerSchema,
  done: 'volunteers.moved',
  run: async (scope, input) => ({ subject: (await move(scope, input)).id }),
})

export const confirmVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  done: 'volunteers.confirmed',
  run: async (scope, { id }) => ({ subject: (await confirm(scope, id)).id }),
})

export const reopenVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  done: 'volunteers.reopened',
  run: async (scope, { id }) => ({ subject: (await reopen(scope, id)).id }),
})

export const removeVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  done: 'volunteers.removed',
  run: async (scope, { id }) => ({ subject: (await remove(scope, id)).id }),
})

export const restoreVolunteer = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  done: 'volunteers.restored',
  run: async (scope, { id }) => ({ subject: (await restore(scope, id)).id }),
})

export const makeCrewLink = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  run: async (scope, { id }) => ({ subject: (await makeLink(scope, id)).url }),
})

export const revokeCrewLinks = organizerAction({
  may: 'volunteers.edit',
  input: oneSchema,
  done: 'volunteers.linksRevoked',
  run: async (scope, { id }) => {
    await revoke(scope, id)
  },
})
