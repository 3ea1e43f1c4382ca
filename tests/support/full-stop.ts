import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { anEvent } from './factories'

/** A stop with one of everything: what comes along, and what never does. */
export async function aFullStop() {
  const startsAt = new Date('2026-03-16T05:00:00Z')
  const event = await anEvent({ published: true, startsAt, capacity: 60, approvalRequired: true })
  const { id: eventId, seriesId } = event
  const db = database()
  await db.event.update({
    where: { id: eventId },
    data: { title: '一起聊聊 · 上海站', summary: '上海的介绍', registrationEndsAt: new Date('2026-03-14T14:00:00Z') },
  })
  await db.venue.create({ data: { eventId, name: '上海的场地' } })
  const speaker = await db.speaker.create({ data: { seriesId, name: '海辛' } })
  const kinds = ['icebreaker', 'talk', 'raffle'] as const
  for (const [position, kind] of kinds.entries()) {
    const talk = await db.talk.create({
      data: { eventId, kind, title: `《${kind}》`, durationMinutes: 30 + position, position },
    })
    if (kind !== 'talk') continue
    const at = { eventId, seriesId, talkId: talk.id, speakerId: speaker.id }
    await db.talkPerson.create({ data: { ...at, role: 'speaker', position: 0, confirmedAt: new Date() } })
  }
  await db.talk.create({
    data: { eventId, kind: 'talk', title: '移走的', durationMinutes: 30, position: 9, removedAt: new Date() },
  })
  const prize = await aGiven(event)
  const need = (title: string, quantity: number, position: number) =>
    db.need.create({
      data: { eventId, seriesId, kind: 'food', title, quantity, position, dueAt: new Date('2026-03-06T14:00:00Z') },
    })
  const found = await need('茶歇', 2, 1)
  await need('夜宵', 30, 2)
  await db.gift.update({ where: { key: { eventId, id: prize } }, data: { needId: found.id } })
  const guest = await aGuest(eventId)
  await db.prizeUnit.update({
    where: { eventId_prizeId_number: { eventId, prizeId: prize, number: 1 } },
    data: { status: 'won' },
  })
  await db.checkIn.create({
    data: { eventId, id: randomUUID(), registrationId: guest, outcome: 'accepted', byPersonId: randomUUID() },
  })
  await db.volunteer.create({
    data: {
      eventId,
      name: '高超',
      role: '门口',
      shift: '12:30–15:00',
      position: 0,
      email: 'crew@example.com',
      confirmedAt: new Date(),
    },
  })
  await db.volunteer.create({ data: { eventId, name: '居居', position: 1 } })
  await db.recap.create({ data: { eventId, headline: '上海的回顾', publishedAt: new Date() } })
  return event
}

async function aGiven({ id: eventId, seriesId }: { id: string; seriesId: string }) {
  const db = database()
  const sponsor = await db.sponsor.create({ data: { seriesId, name: `赞助${randomUUID().slice(0, 6)}` } })
  const contact = await db.sponsorContact.create({ data: { seriesId, sponsorId: sponsor.id, name: '虎哥' } })
  const gift = (title: string, kind: 'prize' | 'venue', status: 'thanked' | 'declined', position: number) =>
    db.gift.create({
      data: { eventId, seriesId, sponsorId: sponsor.id, kind, title, quantity: 2, status, position, delivery: '快递' },
    })
  const prize = await gift('抱枕', 'prize', 'thanked', 0)
  await gift('上海的场地', 'venue', 'thanked', 1)
  await gift('没答应的', 'prize', 'declined', 2)
  await db.giftContact.create({ data: { eventId, seriesId, giftId: prize.id, contactId: contact.id } })
  await db.prize.create({ data: { eventId, id: prize.id, kind: 'voucher', admits: 2 } })
  await db.prizeUnit.createMany({ data: [1, 2].map((number) => ({ eventId, prizeId: prize.id, number })) })
  return prize.id
}

/** Somebody registered at a stop; answers the registration's id. */
export async function aGuest(eventId: string, status: 'confirmed' | 'pending' = 'confirmed') {
  const unique = randomUUID().slice(0, 8)
  const { id } = await database().registration.create({
    data: {
      eventId,
      status,
      name: '来过的人',
      contactKind: 'email',
      contact: `${unique}@example.com`,
      searchText: 'x',
      locale: 'zh',
      ticketCode: unique.slice(0, 6).toUpperCase(),
      requestKey: randomUUID(),
    },
  })
  return id
}
