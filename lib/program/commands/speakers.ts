import 'server-only'
import { config } from '@/lib/config'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { linkPath, makeLink, revokeLinks } from '@/lib/people/holder'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import type { EditSpeaker, NewSpeaker } from '../schema'
import { makeSpeaker } from './make-speaker'

type Editor = EventScope<'program.edit'>

/** Adds somebody to the series' speakers, on no programme yet. Refuses `program.speaker-known`. */
export function addSpeaker(scope: Editor, input: NewSpeaker, once?: Repeatable) {
  return change(
    scope,
    {},
    async (tx, record) => {
      const { website, ...person } = input
      const id = await makeSpeaker(tx, scope, { ...person, link: website })
      record('speaker.added', id)
      return { id }
    },
    once,
  )
}

/** Changes a speaker for the whole series. Refuses `form.not-found`; throws ChangedMeanwhile. */
export function editSpeaker(scope: Editor, input: EditSpeaker) {
  const { id, version, website, ...data } = input
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.speaker.updateMany({
      where: { ...scope.withinSeries, id, version, removedAt: null },
      data: { ...data, link: website, version: { increment: 1 } },
    })
    if (count === 0) await tellWhatChanged(tx, scope, id)
    record('speaker.edited', id)
    return { id }
  })
}

/** A step: throws what stands in the row now by the form's field names, or refuses `form.not-found`. */
export async function tellWhatChanged(
  tx: Transaction,
  within: { withinSeries: { readonly seriesId: string } },
  id: string,
): Promise<never> {
  const row = await tx.speaker.findFirst({ where: { ...within.withinSeries, id, removedAt: null } })
  if (!row) return refuse('form.not-found')
  const { version, name, organisation, position, bio } = row
  throw new ChangedMeanwhile(version, {
    name,
    organisation,
    position,
    bio,
    website: row.link,
    organisationEn: row.organisationEn ?? '',
    positionEn: row.positionEn ?? '',
    bioEn: row.bioEn ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
  })
}

/**
 * Takes somebody off the series' speakers. Refuses `program.speaker-on-stage` while any stop's programme has them, also
 * past ones, whose recaps name them; `form.not-found`.
 */
export function removeSpeaker(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const places = await tx.talkPerson.count({
      where: { ...scope.withinSeries, speakerId: id, talk: { removedAt: null }, event: { removedAt: null } },
    })
    if (places > 0) refuse('program.speaker-on-stage', { values: { places } })
    const { count } = await tx.speaker.updateMany({
      where: { ...scope.withinSeries, id, removedAt: null },
      data: { removedAt: new Date(), version: { increment: 1 } },
    })
    if (count === 0) refuse('form.not-found')
    record('speaker.removed', id)
    return { id }
  })
}

/** Undoes `removeSpeaker`. Refuses `form.not-found` when there is no such removed speaker. */
export function restoreSpeaker(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.speaker.updateMany({
      where: { ...scope.withinSeries, id, removedAt: { not: null } },
      data: { removedAt: null, version: { increment: 1 } },
    })
    if (count === 0) refuse('form.not-found')
    record('speaker.restored', id)
    return { id }
  })
}

/**
 * Makes a secret link to the speaker's page of this event and answers its full address: kept nowhere, so it can be shown
 * only now, and never repeatable, because a repeated answer would have to be stored. Refuses `form.not-found`.
 */
export function makeSpeakerLink(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const known = await tx.speaker.count({ where: { ...scope.withinSeries, id, removedAt: null } })
    if (known === 0) refuse('form.not-found')
    const { seriesId, eventId } = scope
    const secret = await makeLink(tx, 'speaker', { seriesId, eventId, subjectId: id })
    record('speaker.link-made', id)
    return { url: config().SITE_URL + linkPath('speaker', secret) }
  })
}

/** Ends every link of the speaker to this event. Refuses `program.no-link` when none is live. */
export function revokeSpeakerLinks(scope: Editor, id: string) {
  return change(scope, {}, async (tx, record) => {
    const count = await revokeLinks(tx, 'speaker', { eventId: scope.eventId, subjectId: id })
    if (count === 0) refuse('program.no-link')
    record('speaker.links-revoked', id, { count })
    return { count }
  })
}
