import 'server-only'
import { config } from '@/lib/config'
import { database, type Transaction } from '@/lib/database/client'
import { Prisma } from '@/lib/database/generated/client'
import { ranks } from '@/lib/mail/outbox'
import { keepWanted } from '@/lib/mail/stops'
import type { EventScope } from '@/lib/people/scope'
import { inLanguage } from '@/lib/values/language'
import { isUuid } from '@/lib/values/uuid'
import { isLocale, words } from '@/lib/words/load'
import { rankOf } from '../rules'
import { type Audience, audiences } from '../schema'

type Writer = EventScope<'messages.send'>

/** Somebody a letter goes to; `id` is the registration or the volunteer. */
type LetterReader = {
  id: string
  registrationId: string | null
  name: string
  contact: string
  locale: string
}

// What each group is, in SQL: fixed text, nothing that anybody typed.
const groups: Record<Exclude<Audience, 'crew'>, Prisma.Sql> = {
  registered: Prisma.sql`r.status IN ('pending', 'confirmed', 'waitlisted')`,
  confirmed: Prisma.sql`r.status = 'confirmed'`,
  waitlisted: Prisma.sql`r.status = 'waitlisted'`,
  pending: Prisma.sql`r.status = 'pending'`,
  came: Prisma.sql`r.status = 'confirmed' AND EXISTS (SELECT 1 FROM check_ins c WHERE c.event_id = r.event_id
    AND c.registration_id = r.id AND c.outcome = 'accepted' AND c.undone_at IS NULL)`,
  news: Prisma.sql`r.news_consent_at IS NOT NULL AND r.shown_as IS NULL`,
}

/**
 * The people of a group who can be written to, each address once, without those who want no such mail; `stopped` says
 * how many those are.
 */
export async function listReaders(
  tx: Transaction,
  eventId: string,
  audience: Audience,
): Promise<{ readers: LetterReader[]; stopped: number }> {
  const found = await (audience === 'crew' ? crewOf(tx, eventId) : guestsOf(tx, eventId, groups[audience]))
  const mailed = found.filter(({ contact }) => contact.includes('@'))
  const wanted = await keepWanted(
    tx,
    ranks[rankOf(audience)],
    mailed.map(({ contact }) => contact),
  )
  const readers = found.filter(({ contact }) => !contact.includes('@') || wanted.has(contact))
  return { readers, stopped: found.length - readers.length }
}

const guestsOf = (tx: Transaction, eventId: string, group: Prisma.Sql) =>
  tx.$queryRaw<LetterReader[]>`
    SELECT DISTINCT ON (r.contact) r.id, r.id AS "registrationId", r.name, r.contact, r.locale
    FROM registrations r
    WHERE r.event_id = ${eventId}::uuid AND r.contact NOT LIKE 'erased:%' AND ${group}
    ORDER BY r.contact, r.id DESC`

const crewOf = (tx: Transaction, eventId: string) =>
  tx.$queryRaw<LetterReader[]>`
    SELECT DISTINCT ON (contact) id, NULL::uuid AS "registrationId", name, contact, 'zh' AS locale
    FROM (SELECT id, name, COALESCE(NULLIF(email, ''), NULLIF(phone, '')) AS contact FROM volunteers
      WHERE event_id = ${eventId}::uuid AND removed_at IS NULL AND declined_at IS NULL) v
    WHERE contact IS NOT NULL ORDER BY contact, id`

/** How many people each group holds who would really get a letter, by mail and by hand. */
export async function countAudience(scope: Writer, audience: Audience) {
  const { readers, stopped } = await listReaders(database(), scope.eventId, audience)
  const mail = readers.filter(({ contact }) => contact.includes('@')).length
  return { total: readers.length, mail, hand: readers.length - mail, stopped }
}

/** The same for every group, for choosing one. */
export async function countAudiences(scope: Writer): Promise<[Audience, number][]> {
  return Promise.all(
    audiences.map(
      async (audience): Promise<[Audience, number]> => [audience, (await countAudience(scope, audience)).total],
    ),
  )
}

type Written = { eventId: string; subject: string; subjectEn: string | null; text: string; textEn: string | null }

/** How a letter reads for each of its readers: their language, their name, the stop, and how to get no more of these. */
export async function mailingWords(tx: Transaction, mailing: Written) {
  const event = await tx.event.findUniqueOrThrow({ where: { id: mailing.eventId }, include: { series: true } })
  return ({ name, contact, locale: told }: Pick<LetterReader, 'name' | 'contact' | 'locale'>) => {
    const locale = isLocale(told) ? told : 'zh'
    const t = words(locale, 'messages')
    const values = {
      name,
      series: inLanguage(locale, event.series.name, event.series.nameEn),
      city: inLanguage(locale, event.city, event.cityEn),
      organizer: event.series.organizerName,
      url: `${config().SITE_URL}/${locale}/${event.series.slug}/${event.slug}`,
      notMe: '{notMe}',
    }
    const parts = [
      t('mailing.mail.hello', values),
      plain(inLanguage(locale, mailing.text, mailing.textEn)),
      t('mailing.mail.stop', values),
      t('mailing.mail.bye', values),
      ...(contact.includes('@') ? [t('mailing.mail.less', values)] : []),
    ]
    return { subject: plain(inLanguage(locale, mailing.subject, mailing.subjectEn)), text: parts.join('\n\n') }
  }
}

// What somebody wrote must not read as a place where the sender puts a link.
const plain = (text: string) => text.replace(/\{(link|notMe)\}/g, '$1')

/** The letters to groups of an event, the newest first, each with where its messages stand. */
export async function listMailings(scope: Writer | EventScope<'messages.view'>) {
  const [mailings, counts] = await Promise.all([
    database().mailing.findMany({ where: { ...scope.within }, orderBy: { id: 'desc' }, take: 50 }),
    database().message.groupBy({
      by: ['mailingId', 'status'],
      where: { ...scope.within, mailingId: { not: null } },
      _count: true,
    }),
  ])
  return mailings.map((mailing) => {
    const of = (status: string) =>
      counts.find((count) => count.mailingId === mailing.id && count.status === status)?._count ?? 0
    const [sent, waiting, failed, withdrawn] = [of('sent'), of('waiting'), of('failed'), of('withdrawn')]
    return { ...mailing, counts: { all: sent + waiting + failed + withdrawn, sent, waiting, failed, withdrawn } }
  })
}
export type ListedMailing = Awaited<ReturnType<typeof listMailings>>[number]

/** One letter with what its readers will read, or null. */
export async function findMailing(scope: Writer, id: string) {
  const mailing = isUuid(id) ? await database().mailing.findUnique({ where: scope.key(id) }) : null
  if (!mailing) return null
  const wordsFor = await mailingWords(database(), mailing)
  const previewFor = (locale: string) => {
    const name = words(locale, 'messages')('mailing.someone')
    const { subject, text } = wordsFor({ name, contact: '@', locale })
    return { locale, subject, text: text.replace('{notMe}', `${config().SITE_URL}/${locale}/mail/…`) }
  }
  return { ...mailing, previews: [previewFor('zh'), previewFor('en')] }
}
