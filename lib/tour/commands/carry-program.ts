import 'server-only'
import type { Transaction } from '@/lib/database/client'
import { isSkeleton, type Way } from '../rules'

/**
 * A step: the programme in its order and lengths. With the speakers, talks keep their titles and everybody on stage is
 * unconfirmed; without, only what every stop has keeps its name. Answers how many talks.
 */
export async function carryProgram(
  tx: Transaction,
  way: Way,
  how: { speakers: boolean; untitled: string },
): Promise<number> {
  const talks = await tx.talk.findMany({
    where: { eventId: way.from, removedAt: null },
    orderBy: { position: 'asc' },
    include: { people: { where: { speaker: { removedAt: null } }, orderBy: { position: 'asc' } } },
  })
  for (const [position, { kind, durationMinutes, people, ...said }] of talks.entries()) {
    const whole = how.speakers || isSkeleton(kind)
    const words = whole
      ? { title: said.title, titleEn: said.titleEn, summary: said.summary, summaryEn: said.summaryEn }
      : { title: how.untitled }
    const { id: talkId } = await tx.talk.create({
      data: { eventId: way.to, kind, durationMinutes, position, ...words },
      select: { id: true },
    })
    if (!how.speakers) continue
    await tx.talkPerson.createMany({
      data: people.map(({ speakerId, role, position: at }) => ({
        eventId: way.to,
        seriesId: way.seriesId,
        talkId,
        speakerId,
        role,
        position: at,
      })),
    })
  }
  return talks.length
}
