import 'server-only'
import { change } from '@/lib/database/change'
import type { EventScope } from '@/lib/people/scope'
import { refuseChanged } from '@/lib/values/mark'
import { refuse } from '@/lib/values/refusal'
import { instantOf } from '@/lib/values/time'
import { entryShown, reconfirmShown } from '../rules/settings'
import type { EntryInput, ReconfirmInput } from '../schema/entry'
import { seatsOf } from './seats'

type Scope = EventScope<'guests.edit'>

/**
 * Says how people get in. A ballot needs an end of its window that lies ahead and before the start; it can't be left
 * while entries wait to be drawn, nor be had a second time. Raises ChangedMeanwhile when somebody was faster.
 */
export const setEntry = (scope: Scope, { entryMode, ballotEnds, version }: EntryInput) =>
  change(scope, {}, async (tx, record) => {
    const seats = await seatsOf(tx, scope.eventId)
    refuseChanged(entryShown(seats), version)
    const ballotEndsAt = ballotEnds ? instantOf(ballotEnds, scope.timeZone) : null
    if (entryMode === 'ballot') {
      if (seats.ballotDrawnAt) refuse('entry.drawn-already', { field: 'entryMode' })
      const same = ballotEndsAt?.getTime() === seats.ballotEndsAt?.getTime()
      if (!ballotEndsAt || ballotEndsAt >= seats.startsAt || (!same && ballotEndsAt <= seats.now)) {
        refuse('entry.ballot-end', { field: 'ballotEnds' })
      }
    } else if (seats.entryMode === 'ballot' && !seats.ballotDrawnAt) {
      const entries = await tx.registration.count({ where: { ...scope.within, status: 'pending' } })
      if (entries > 0) refuse('entry.ballot-has-entries', { field: 'entryMode', values: { count: entries } })
    }
    await tx.event.update({
      where: { id: scope.eventId },
      data: {
        entryMode,
        // What was drawn stays known when the stop goes on as an open one.
        ballotEndsAt: entryMode === 'ballot' || seats.ballotDrawnAt ? (ballotEndsAt ?? seats.ballotEndsAt) : null,
      },
    })
    record('event.entry-changed', scope.eventId, { entryMode })
  })

/**
 * Says whether people are asked "still coming?", and when seats without an answer go back. Raises ChangedMeanwhile when
 * somebody was faster.
 */
export const setReconfirm = (scope: Scope, { version, ...asked }: ReconfirmInput) =>
  change(
    scope,
    { events_release_after_asking: () => refuse('entry.release-too-soon', { field: 'reconfirmReleaseHours' }) },
    async (tx, record) => {
      refuseChanged(reconfirmShown(await tx.event.findUniqueOrThrow({ where: { id: scope.eventId } })), version)
      await tx.event.update({ where: { id: scope.eventId }, data: asked })
      record('event.reconfirm-changed', scope.eventId)
    },
  )
