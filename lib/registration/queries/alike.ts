import 'server-only'
import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { searchable } from '@/lib/values/pinyin'
import { contactWithoutLabel } from '../rules/seats'

type Guest = { id: string; name: string; contact: string }
export type Alike = {
  of: string
  id: string
  name: string
  contact: string
  status: 'pending' | 'confirmed' | 'waitlisted' | 'declined' | 'cancelled'
  by: 'name' | 'contact'
}

/** So many are named for each guest. */
const most = 5

/**
 * Who may be the same person as one of these guests: those of the same name, and those whose contact is the same, or the
 * same but for a label behind a plus. A hint and no more: people share names, and couples share addresses. Every guest
 * costs a few look-ups by index, whatever the length of the list.
 */
export async function alikeOf(scope: EventScope<'guests.view'>, guests: Guest[]): Promise<Map<string, Alike[]>> {
  const asked = guests
    .filter(({ contact }) => !contact.startsWith('erased:'))
    .map(({ id, name, contact }) => ({ id, name, start: startOf(name), core: contactWithoutLabel(contact) }))
  if (asked.length === 0) return new Map()
  const rows = await database().$queryRaw<Alike[]>`
    SELECT g.id::text AS of, other.id::text, other.name, other.contact, other.status::text, other.by
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS g(id uuid, name text, start text, core text)
    CROSS JOIN LATERAL (
      (SELECT r.id, r.name, r.contact, r.status, 'contact' AS by FROM registrations r
        WHERE r.event_id = ${scope.eventId}::uuid AND r.contact = g.core AND r.id <> g.id
          AND r.status IN ('pending', 'confirmed', 'waitlisted') LIMIT ${most})
      UNION ALL
      (SELECT r.id, r.name, r.contact, r.status, 'contact' FROM registrations r
        WHERE r.event_id = ${scope.eventId}::uuid AND r.contact_kind = 'email' AND strpos(r.contact, '+') > 1
          AND registration_contact_without_label(r.contact) = g.core AND r.id <> g.id LIMIT ${most})
      UNION ALL
      (SELECT r.id, r.name, r.contact, r.status, 'name' FROM registrations r
        WHERE r.event_id = ${scope.eventId}::uuid AND left(r.search_text, 40) >= g.start
          AND left(r.search_text, 40) <= g.start || chr(1114111) AND lower(r.name) = lower(g.name) AND r.id <> g.id
        LIMIT ${most})
    ) other`
  const found = new Map<string, Alike[]>()
  for (const row of rows) {
    const list = found.get(row.of) ?? []
    if (list.length < most && !list.some(({ id }) => id === row.id)) found.set(row.of, [...list, row])
  }
  return found
}

/** What the search text of everybody of this name begins with, as far as it is indexed. */
const startOf = (name: string): string => [...`${searchable(name)} `].slice(0, 40).join('')
