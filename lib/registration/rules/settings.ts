import { wallTimeOf } from '@/lib/values/time'

/** How people get in, in the words of the form that sets it. */
export const entryShown = (event: { entryMode: string; ballotEndsAt: Date | null; timeZone: string }) => ({
  entryMode: event.entryMode,
  ballotEnds: event.ballotEndsAt ? wallTimeOf(event.ballotEndsAt, event.timeZone) : '',
})

/** "Still coming?" likewise. */
export const reconfirmShown = (event: { reconfirmDays: number | null; reconfirmReleaseHours: number | null }) => ({
  reconfirmDays: String(event.reconfirmDays ?? ''),
  reconfirmReleaseHours: String(event.reconfirmReleaseHours ?? ''),
})
