import 'server-only'
import { database, type Transaction } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { refuse } from '@/lib/values/refusal'
import { isSomebody } from '@/lib/volunteers/rules'
import type { GaveThing, Owed, OwedStop } from '../rules/owed'

type Scope = EventScope<'recap.edit'>
type Kept = {
  text: string | null
  textEn: string | null
  channel: Owed['channel']
  sentAt: Date | null
  version: number | null
}

/** Everybody whom the stop owes thanks, and the stop as a message tells it. Four statements, however many people. */
export const findOwed = (scope: Scope) => owedAt(database(), scope)

/** A step: the same within somebody's transaction. */
export async function owedAt(tx: Transaction, { eventId }: { eventId: string }) {
  const [stop] = await tx.$queryRaw<OwedStop[]>`
    SELECT e.city, e.city_en AS "cityEn", s.organizer_name AS organizer, s.name AS series, s.name_en AS "seriesEn"
    FROM events e JOIN series s ON s.id = e.series_id WHERE e.id = ${eventId}::uuid`
  if (!stop) return refuse('events.not-found')
  return {
    stop,
    owed: [...(await givers(tx, eventId)), ...(await speakers(tx, eventId)), ...(await crew(tx, eventId))],
  }
}

type Giver = Kept & {
  sponsorId: string
  sponsor: string
  sponsorEn: string | null
  contactId: string | null
  contact: string | null
  email: string | null
  gave: GaveThing[]
}

// One row a person; gifts without a person to thank are the sponsor's own.
async function givers(tx: Transaction, eventId: string): Promise<Owed[]> {
  const rows = await tx.$queryRaw<Giver[]>`
    SELECT s.id AS "sponsorId", s.name AS sponsor, s.name_en AS "sponsorEn", c.id AS "contactId", c.name AS contact,
      c.email, json_agg(json_build_object('kind', g.kind, 'title', g.title, 'titleEn', g.title_en,
        'quantity', g.quantity) ORDER BY g.position, g.id) AS gave,
      t.text, t.text_en AS "textEn", t.channel, t.sent_at AS "sentAt", t.version
    FROM gifts g JOIN sponsors s ON (s.series_id, s.id) = (g.series_id, g.sponsor_id)
    LEFT JOIN gift_contacts gc ON (gc.event_id, gc.gift_id) = (g.event_id, g.id)
    LEFT JOIN sponsor_contacts c ON (c.series_id, c.id) = (gc.series_id, gc.contact_id)
    LEFT JOIN thanks t ON t.event_id = g.event_id
      AND (t.contact_id = c.id OR (c.id IS NULL AND t.sponsor_id = s.id))
    WHERE g.event_id = ${eventId}::uuid AND g.removed_at IS NULL AND g.status IN ('pledged', 'received', 'thanked')
    GROUP BY s.id, s.name, s.name_en, c.id, c.name, c.email, t.text, t.text_en, t.channel, t.sent_at, t.version
    ORDER BY min(g.position), c.id`
  return rows.map(({ sponsorId, sponsor, sponsorEn, contactId, contact, email, gave, ...kept }) => ({
    ...asKept(kept),
    kind: contactId ? 'contact' : 'sponsor',
    id: contactId ?? sponsorId,
    name: contact ?? sponsor,
    of: contactId ? sponsor : '',
    ofEn: contactId ? sponsorEn : null,
    email,
    gave,
    role: '',
    leads: false,
  }))
}

async function speakers(tx: Transaction, eventId: string): Promise<Owed[]> {
  const rows = await tx.$queryRaw<(Kept & Pick<Owed, 'id' | 'name' | 'of' | 'ofEn' | 'email' | 'gave'>)[]>`
    SELECT s.id, s.name, s.organisation AS of, s.organisation_en AS "ofEn", s.email,
      json_agg(json_build_object('kind', 'talk', 'title', k.title, 'titleEn', k.title_en, 'quantity', NULL)
        ORDER BY k.position) AS gave,
      t.text, t.text_en AS "textEn", t.channel, t.sent_at AS "sentAt", t.version
    FROM talk_people p JOIN talks k ON (k.event_id, k.id) = (p.event_id, p.talk_id)
    JOIN speakers s ON (s.series_id, s.id) = (p.series_id, p.speaker_id)
    LEFT JOIN thanks t ON t.event_id = p.event_id AND t.speaker_id = s.id
    WHERE p.event_id = ${eventId}::uuid AND p.declined_at IS NULL AND k.removed_at IS NULL AND s.removed_at IS NULL
    GROUP BY s.series_id, s.id, t.event_id, t.id ORDER BY min(k.position), s.id`
  return rows.map((row) => ({ ...row, ...asKept(row), kind: 'speaker', role: '', leads: false }))
}

async function crew(tx: Transaction, eventId: string): Promise<Owed[]> {
  const rows = await tx.$queryRaw<(Kept & Pick<Owed, 'id' | 'name' | 'email' | 'role' | 'leads'>)[]>`
    SELECT v.id, v.name, v.email, v.role, v.leads, t.text, t.text_en AS "textEn", t.channel, t.sent_at AS "sentAt",
      t.version
    FROM volunteers v LEFT JOIN thanks t ON t.event_id = v.event_id AND t.volunteer_id = v.id
    WHERE v.event_id = ${eventId}::uuid AND v.removed_at IS NULL AND v.declined_at IS NULL
    ORDER BY v.leads DESC, v.position, v.id`
  return rows
    .filter(({ name }) => isSomebody(name))
    .map((row) => ({ ...row, ...asKept(row), kind: 'volunteer', of: '', ofEn: null, gave: [] }))
}

const asKept = ({ text, textEn, channel, sentAt, version }: Kept) => ({
  text: text ?? '',
  textEn,
  channel,
  sentAt,
  version: version ?? 0,
})
