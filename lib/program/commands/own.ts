import 'server-only'
import { change } from '@/lib/database/change'
import type { SpeakerLink } from '@/lib/people/holder'
import { refuse } from '@/lib/values/refusal'
import type { OwnPrint } from '../schema'
import { tellWhatChanged } from './speakers'

/** The speaker says whether they will be there, for all their talks of this event. Refuses `program.not-on-stage`. */
export function answerAsSpeaker(holder: SpeakerLink, answer: 'yes' | 'no') {
  return change(holder, {}, async (tx, record) => {
    const now = new Date()
    const { count } = await tx.talkPerson.updateMany({
      where: { ...holder.within, speakerId: holder.subjectId, talk: { removedAt: null } },
      data: answer === 'yes' ? { confirmedAt: now, declinedAt: null } : { confirmedAt: null, declinedAt: now },
    })
    if (count === 0) refuse('program.not-on-stage')
    record(answer === 'yes' ? 'speaker.confirmed' : 'speaker.declined', holder.subjectId, { talks: count })
    return { talks: count }
  })
}

/** The speaker changes how they are printed, in the whole series. Refuses `form.not-found`; throws ChangedMeanwhile. */
export function editOwnPrint(holder: SpeakerLink, input: OwnPrint) {
  const { version, website, ...data } = input
  return change(holder, {}, async (tx, record) => {
    const { count } = await tx.speaker.updateMany({
      where: { ...holder.withinSeries, id: holder.subjectId, version, removedAt: null },
      data: { ...data, link: website, version: { increment: 1 } },
    })
    if (count === 0) await tellWhatChanged(tx, holder, holder.subjectId)
    record('speaker.edited-own', holder.subjectId)
    return { id: holder.subjectId }
  })
}
