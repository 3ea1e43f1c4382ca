import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { writeMailing } from '@/lib/messages/commands/mailing'
import { mailingSchema } from '@/lib/messages/schema'
import { eventScope, ownerScope, publishedEvent, seriesScope, type Viewer, viewerOf } from '@/lib/people/scope'
import { registerFor } from '@/lib/registration/commands/register'
import { registrationSchema } from '@/lib/registration/schema/registration'
import { createSeries } from '@/lib/series/commands'
import { startFromStop } from '@/lib/tour/commands/start'
import type { EmailAddress } from '@/lib/values/address'
import { beijing } from './beijing'
import { once } from './doing'
import { attendee } from './people'
import { seedBallot } from './seed-ballot'
import { answersFor, seedEntry } from './seed-entry'
import { seedStop } from './seed-stop'
import { shanghai } from './shanghai'
import { shenzhen } from './shenzhen'

const slug = 'yiqi-ai'

/**
 * Fills an empty instance with the demo tour, through the same commands as people use: Beijing and Shanghai behind us,
 * Shenzhen open for registration four Saturdays from now, Chengdu a draft started from it, with its seats by lot. Safe to
 * run again after being killed; does nothing once Chengdu is there.
 */
export async function seedDemo(owner: EmailAddress): Promise<void> {
  const finished = await database().event.findFirst({
    where: { slug: 'chengdu', series: { slug } },
    select: { id: true },
  })
  if (finished) return
  const viewer = await ownerCalled(owner)
  const instance = ownerScope(viewer)
  if (!instance) throw new Error('the demo needs an owner')
  const series = {
    name: '一起AI，交个朋友',
    nameEn: 'AI together, make a friend',
    tagline: '一座城一座城地走，把线上的朋友变成坐在一起的朋友。',
    taglineEn: 'City by city, friends from the screen become friends in a room.',
    organizerName: '数字生命卡兹克',
    reach: 'hello@example.com',
    slug,
  }
  await createSeries(instance, series, once('series'))
  // A running demo keeps its date: the day it was first seeded decides.
  const { createdAt } = await database().series.findUniqueOrThrow({ where: { slug }, select: { createdAt: true } })
  for (const stop of [beijing, shanghai, shenzhen(saturdayAfter(createdAt, 4))]) {
    await seedStop(viewer, slug, stop)
    console.error(`  ${stop.stop.city}`)
  }
  await seedEntry(viewer, { series: slug, event: 'shenzhen' })
  // With a mail server their tickets would really leave, to people who do not exist.
  if (!config().SMTP_URL) await registerGuests()
  await draftLetter(viewer)
  await draftChengdu(viewer, saturdayAfter(createdAt, 12))
  await seedBallot(viewer, { series: slug, event: 'chengdu' }, saturdayAfter(createdAt, 10))
}

/** A letter to those who have a seat, written and not sent yet. */
async function draftLetter(viewer: Viewer): Promise<void> {
  const scope = await eventScope(viewer, { series: slug, event: 'shenzhen' }, 'messages.send')
  if (!scope) throw new Error('the owner may write letters')
  const letter = {
    audience: 'confirmed',
    subject: '周六见：怎么来，带什么',
    text: '签到 13:30 开始，早到的朋友可以先在门口聊起来。\n\n现场有插座，但不多；想动手试的话，请把电脑充好电带来。\n\n来不了的话，在票里点一下「我来不了了」，名额会马上让给候补的朋友。',
    subjectEn: 'See you on Saturday: how to get there, what to bring',
    textEn:
      'Check-in starts at 13:30; come early and start talking at the door.\n\nThere are sockets, but not many: if you want to try things, bring a charged laptop.\n\nCannot come? Press “I can’t come” in your ticket, and your seat goes to whoever waits longest.',
  }
  await writeMailing(scope, mailingSchema.parse(letter), once('letter'))
}

async function registerGuests(): Promise<void> {
  const event = await publishedEvent({ series: slug, event: 'shenzhen' })
  if (!event) throw new Error('the demo stop is not public')
  for (let n = 0; n < 47; n++) {
    const locale = n % 9 === 8 ? 'en' : 'zh'
    const sent = { ...attendee(n), locale, ...(n % 3 ? { news: 'on' } : {}), ...(n % 2 ? { photos: 'on' } : {}) }
    const answers = await answersFor(event.eventId, n)
    await registerFor(event, { ...registrationSchema.parse(sent), answers }, once(`guest ${n}`))
  }
}

async function draftChengdu(viewer: Viewer, date: string): Promise<void> {
  const scope = await seriesScope(viewer, { slug }, 'events.create')
  const from = await database().event.findFirst({ where: { slug: 'shenzhen', series: { slug } }, select: { id: true } })
  if (!scope || !from) throw new Error('there is no stop to start from')
  const placeholders = { talk: '分享（待定）', crew: '待定' }
  const what = { program: true, speakers: false, gifts: true, needs: true, crew: true }
  const where = { city: '成都', cityEn: 'Chengdu', date, start: '13:30', timeZone: 'Asia/Shanghai' }
  await startFromStop(scope, { from: from.id, ...where, ...what, placeholders }, once('chengdu'))
}

async function ownerCalled(email: EmailAddress): Promise<Viewer> {
  const { id } = await database().person.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const viewer = await viewerOf(id)
  if (!viewer) throw new Error('the owner is gone')
  return viewer
}

/** The date of the n-th Saturday after an instant. */
function saturdayAfter(instant: Date, n: number): string {
  const days = ((6 - instant.getUTCDay() + 7) % 7 || 7) + (n - 1) * 7
  return new Date(instant.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
