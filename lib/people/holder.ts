import 'server-only'
import type { Doer } from '@/lib/database/change'
import { database, type Transaction } from '@/lib/database/client'
import { parcel } from '@/lib/database/parcel'
import { hashSecret, looksLikeSecret, newSecret } from '@/lib/values/secret'
import { newUuid } from '@/lib/values/uuid'

/** Proofs for the holders of secret links: people without an account. Minted here and nowhere else. */
declare const proof: unique symbol

type Held<Kind extends LinkKind> = Doer & {
  readonly [proof]: Kind
  readonly kind: Kind
  /** The link's own id, which stands in the address once the secret has left it. */
  readonly linkId: string
  readonly seriesId: string
  readonly seriesSlug: string
  readonly eventId: string
  /** The registration, contact, speaker or volunteer that the link belongs to. */
  readonly subjectId: string
  readonly within: { readonly eventId: string }
  readonly withinSeries: { readonly seriesId: string }
}

export type LinkKind = 'ticket' | 'desk' | 'speaker' | 'crew'
export type TicketHolder = Held<'ticket'>
export type SponsorDesk = Held<'desk'>
export type SpeakerLink = Held<'speaker'>
export type CrewLink = Held<'crew'>
export type HolderOf = { ticket: TicketHolder; desk: SponsorDesk; speaker: SpeakerLink; crew: CrewLink }

const columns = { ticket: 'registrationId', desk: 'contactId', speaker: 'speakerId', crew: 'volunteerId' } as const
const actors = { ticket: 'attendee', desk: 'sponsor', speaker: 'speaker', crew: 'volunteer' } as const

/** Which links open, and which did until they were revoked or their time was over. */
const open = () => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] })
export const ended = () => ({ OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: new Date() } }] })

/** What a link's secret opens, or null when it is unknown, revoked, expired, or of another kind: all answer alike. */
export async function holderOf<Kind extends LinkKind>(kind: Kind, secret: string): Promise<HolderOf[Kind] | null> {
  if (!looksLikeSecret(secret)) return null
  const link = await database().secretLink.findUnique({
    where: { tokenHash: hashSecret(secret), ...open(), event: { removedAt: null } },
    select: {
      id: true,
      seriesId: true,
      eventId: true,
      registrationId: true,
      contactId: true,
      speakerId: true,
      volunteerId: true,
      event: { select: { series: { select: { slug: true } } } },
    },
  })
  const subjectId = link?.[columns[kind]]
  if (!link || !subjectId) return null
  const { seriesId, eventId } = link
  return {
    kind,
    linkId: link.id,
    seriesId,
    seriesSlug: link.event.series.slug,
    eventId,
    subjectId,
    within: { eventId },
    withinSeries: { seriesId },
    actor: { kind: actors[kind], id: subjectId, seriesId, eventId },
  } as HolderOf[Kind]
}

/** Did this secret open something of this kind until it was revoked or expired? */
export async function hasEnded(kind: LinkKind, secret: string): Promise<boolean> {
  if (!looksLikeSecret(secret)) return false
  const link = await database().secretLink.findUnique({
    where: { tokenHash: hashSecret(secret), ...ended(), event: { removedAt: null } },
    select: { registrationId: true, contactId: true, speakerId: true, volunteerId: true },
  })
  return Boolean(link?.[columns[kind]])
}

/** Makes a new secret link and answers its secret, which is kept nowhere: hand it over now. Earlier links stay valid. */
export async function makeLink(
  tx: Transaction,
  kind: LinkKind,
  to: { seriesId: string; eventId: string; subjectId: string },
): Promise<string> {
  const [link] = await makeLinks(tx, kind, to, [to.subjectId])
  return (link as NewLink).secret
}

export type NewLink = { id: string; secret: string; subjectId: string }

/** A new secret link for each of the subjects at one event, in their order, by one statement. */
export async function makeLinks(
  tx: Transaction,
  kind: LinkKind,
  at: { seriesId: string; eventId: string },
  subjectIds: string[],
): Promise<NewLink[]> {
  const links = newLinks(subjectIds)
  await insertLinks(tx, kind, at, links)
  return links
}

/** A new secret for each of the subjects; a link once `insertLinks` has stored it. */
export const newLinks = (subjectIds: string[]): NewLink[] =>
  subjectIds.map((subjectId) => ({ id: newUuid(), secret: newSecret(), subjectId }))

/** A step: stores new links, without their secrets. */
export async function insertLinks(
  tx: Transaction,
  kind: LinkKind,
  { seriesId, eventId }: { seriesId: string; eventId: string },
  links: NewLink[],
): Promise<void> {
  const rows = links.map(({ id, secret, subjectId }) => ({
    id,
    hash: Buffer.from(hashSecret(secret)).toString('hex'),
    [kind]: subjectId,
  }))
  await tx.$executeRaw`
    INSERT INTO secret_links (id, token_hash, series_id, event_id, registration_id, contact_id, speaker_id, volunteer_id)
    SELECT id, decode(hash, 'hex'), ${seriesId}::uuid, ${eventId}::uuid, ticket, desk, speaker, crew
    FROM json_to_recordset(${parcel(rows)}::json)
      AS link(id uuid, hash text, ticket uuid, desk uuid, speaker uuid, crew uuid)`
}

/** Notes that a link was opened for the first time, so that organisers see which ones arrived. */
export async function noteOpened(holder: Held<LinkKind>): Promise<void> {
  await database().secretLink.updateMany({
    where: { ...holder.within, id: holder.linkId, openedAt: null },
    data: { openedAt: new Date() },
  })
}

/** Notes that a ticket was opened out of a mail: the address it went to is its holder's. Nothing waits for it. */
export async function noteArrived(holder: TicketHolder): Promise<void> {
  await database().registration.updateMany({
    where: { ...holder.within, id: holder.subjectId, contactKind: 'email', contactProvedAt: null },
    data: { contactProvedAt: new Date() },
  })
}

type Subject = { eventId: string; subjectId: string }

/** Revokes every live link of one subject at one event, for good; answers how many. */
export async function revokeLinks(tx: Transaction, kind: LinkKind, of: Subject): Promise<number> {
  const theirs = { eventId: of.eventId, [columns[kind]]: of.subjectId }
  const { count } = await tx.secretLink.updateMany({
    where: { ...theirs, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  await tx.secretLink.updateMany({ where: { ...theirs, movedAt: { not: null } }, data: { movedAt: null } })
  return count
}

/** Revokes every live link of a ticket because of the address they went to; `renewTicket` gives one back. */
export async function revokeMovedLinks(tx: Transaction, { eventId, subjectId }: Subject): Promise<void> {
  const now = new Date()
  await tx.secretLink.updateMany({
    where: { eventId, registrationId: subjectId, revokedAt: null },
    data: { revokedAt: now, movedAt: now },
  })
}

/** A ticket's link that ended because of its address, by its secret; or null. */
export const findMovedLink = (secret: string) =>
  looksLikeSecret(secret)
    ? database().secretLink.findUnique({
        where: { tokenHash: hashSecret(secret), movedAt: { not: null }, event: { removedAt: null } },
        select: { id: true, seriesId: true, eventId: true, registrationId: true },
      })
    : Promise.resolve(null)

/** The path that a secret link is given out as; it opens without an account and leaves the address bar at once. */
export const linkPath = (kind: LinkKind, secret: string): string =>
  `/${{ ticket: 't', desk: 'd', speaker: 's', crew: 'c' }[kind]}/${secret}`
