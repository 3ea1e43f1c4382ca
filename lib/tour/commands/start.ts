import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { eventPromises, insertEvent } from '@/lib/events/commands/create'
import type { SeriesScope } from '@/lib/people/scope'
import { pinyinCity } from '@/lib/values/pinyin'
import { refuse } from '@/lib/values/refusal'
import { shiftInstant } from '@/lib/values/time'
import { clockMoved, shiftedTimes, titleFor, type Way } from '../rules'
import type { StartInput } from '../schema'
import { carryCrew } from './carry-crew'
import { carryGifts } from './carry-gifts'
import { carryNeeds } from './carry-needs'
import { carryProgram } from './carry-program'

/** Words for what has no name yet, in the organiser's language. */
type Placeholders = { talk: string; crew: string }

/**
 * Starts a stop from an earlier one of the same series, as a draft: everything time-bound moves with the start, on the
 * new city's clocks; what was ticked comes along. Attendees, winners, codes, photos, check-ins, the venue and the recap
 * never do. Answers the new stop.
 */
export async function startFromStop(
  scope: SeriesScope<'events.create'>,
  input: StartInput & { placeholders: Placeholders },
  once?: Repeatable,
): Promise<{ id: string; slug: string }> {
  return change(
    scope,
    eventPromises,
    async (tx, record) => {
      const { seriesId } = scope
      const last = await tx.event.findFirst({ where: { seriesId, id: input.from, removedAt: null } })
      if (!last) refuse('events.not-found')
      const { city, timeZone } = input
      const cityEn = input.cityEn || pinyinCity(city)
      const times = shiftedTimes(last, input)
      const next = await insertEvent(tx, seriesId, {
        ...times,
        city,
        cityEn,
        timeZone,
        slug: null,
        title: titleFor(last.title, last.city, city),
        titleEn: last.titleEn && titleFor(last.titleEn, last.cityEn, cityEn),
        capacity: last.capacity,
        approvalRequired: last.approvalRequired,
        startedFromId: last.id,
      })
      const moved = clockMoved(last, { startsAt: times.startsAt, timeZone })
      const from = { start: last.startsAt, zone: last.timeZone }
      const to = { start: times.startsAt, zone: timeZone }
      const shift = (instant: Date) => shiftInstant(instant, from, to)
      const counts = await carry(tx, { seriesId, from: last.id, to: next.id, moved, shift }, input)
      record('event.started', next.id, { from: last.id, ...counts })
      return next
    },
    once,
  )
}

async function carry(
  tx: Transaction,
  way: Way & { shift(instant: Date): Date },
  input: StartInput & { placeholders: Placeholders },
) {
  const { placeholders } = input
  return {
    talks: input.program ? await carryProgram(tx, way, { speakers: input.speakers, untitled: placeholders.talk }) : 0,
    gifts: input.gifts ? await carryGifts(tx, way) : 0,
    needs: input.needs ? await carryNeeds(tx, way, way.shift) : 0,
    crew: input.crew ? await carryCrew(tx, way, placeholders.crew) : 0,
  }
}
