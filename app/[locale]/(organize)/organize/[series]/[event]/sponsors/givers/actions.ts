'use server'

import { pictureSent } from '@/lib/media/uploads/keep'
import {
  addContact as addPerson,
  restoreContact as bringBack,
  makeDeskLink as makeLink,
  revokeDeskLinks as revokeLinks,
  editContact as rewritePerson,
  removeContact as takeOff,
} from '@/lib/sponsors/commands/contacts'
import {
  addSponsor as add,
  editSponsor as edit,
  removeSponsor as remove,
  restoreSponsor as restore,
} from '@/lib/sponsors/commands/sponsors'
import {
  addContactSchema,
  addSponsorSchema,
  editContactSchema,
  editSponsorSchema,
  oneSchema,
} from '@/lib/sponsors/schema/gifts'
import { organizerAction } from '@/lib/web/action'

export const addSponsor = organizerAction({
  may: 'sponsors.edit',
  input: addSponsorSchema,
  run: async (scope, input, once) => {
    const id = await add(scope, input, once)
    return { goTo: `/organize/${scope.seriesSlug}/${scope.eventSlug}/sponsors/givers/${id}` }
  },
})

export const editSponsor = organizerAction({
  may: 'sponsors.edit',
  input: editSponsorSchema,
  done: 'sponsors.done.sponsorChanged',
  run: async (scope, { logo, logoGone, ...input }) => {
    const picture = await pictureSent(scope, 'logo', { file: logo, gone: logoGone })
    await edit(scope, { ...input, ...picture })
  },
})

export const removeSponsor = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.sponsorRemoved',
  run: async (scope, { id }) => {
    await remove(scope, id)
    return { subject: id }
  },
})

export const restoreSponsor = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.sponsorRestored',
  run: (scope, { id }) => restore(scope, id),
})

export const addContact = organizerAction({
  may: 'sponsors.edit',
  input: addContactSchema,
  done: 'sponsors.done.contactAdded',
  run: async (scope, input, once) => {
    await addPerson(scope, input, once)
  },
})

export const editContact = organizerAction({
  may: 'sponsors.edit',
  input: editContactSchema,
  done: 'sponsors.done.contactChanged',
  run: (scope, input) => rewritePerson(scope, input),
})

export const removeContact = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.contactRemoved',
  run: async (scope, { id }) => {
    await takeOff(scope, id)
    return { subject: id }
  },
})

export const restoreContact = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.contactRestored',
  run: (scope, { id }) => bringBack(scope, id),
})

export const makeDeskLink = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  run: async (scope, { id }) => ({ subject: await makeLink(scope, id) }),
})

export const revokeDeskLinks = organizerAction({
  may: 'sponsors.edit',
  input: oneSchema,
  done: 'sponsors.done.linksRevoked',
  run: (scope, { id }) => revokeLinks(scope, id),
})
