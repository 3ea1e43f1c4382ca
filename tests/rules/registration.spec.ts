import {
  contactWithoutLabel,
  opennessOf,
  restoredStatus,
  type SeatFacts,
  searchTextOf,
  searchWords,
  seatFor,
  shownInstead,
} from '@/lib/registration/rules/seats'
import { registrationSchema } from '@/lib/registration/schema/registration'
import { instantOf } from '@/lib/values/time'
import { readForm } from '@/lib/web/form'
import { expect, test } from '../support/test'

const now = new Date('2026-12-01T00:00:00Z')
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)]
const open: SeatFacts = {
  publishedAt: before,
  postponedAt: null,
  cancelledAt: null,
  registrationEndsAt: null,
  startsAt: after,
  endsAt: after,
  approvalRequired: false,
  entryMode: 'open',
  ballotEndsAt: null,
  ballotDrawnAt: null,
  capacity: 2,
  heldSeats: 0,
  openCount: 0,
}

for (const [change, state] of [
  [{}, 'open'],
  [{ registrationEndsAt: after }, 'open'],
  [{ registrationEndsAt: now }, 'closed'],
  [{ registrationEndsAt: before }, 'closed'],
  [{ endsAt: now }, 'past'],
  [{ publishedAt: null }, 'not-published'],
  [{ cancelledAt: before, endsAt: before }, 'cancelled'],
  [{ postponedAt: before, endsAt: before }, 'postponed'],
  [{ cancelledAt: before, postponedAt: before }, 'cancelled'],
  [{ entryMode: 'ballot', ballotEndsAt: after }, 'open'],
  [{ entryMode: 'ballot', ballotEndsAt: now }, 'drawing'],
  [{ entryMode: 'ballot', ballotEndsAt: before, ballotDrawnAt: before }, 'open'],
  [{ entryMode: 'ballot', ballotEndsAt: before, registrationEndsAt: before }, 'closed'],
] as [Partial<SeatFacts>, string][]) {
  test(`with ${JSON.stringify(change)} registration is ${state}`, () => {
    expect(opennessOf({ ...open, ...change }, now)).toBe(state)
  })
}

// The hour that is skipped in spring, and the one that comes twice in autumn.
for (const [wall, zone, instant] of [
  ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
  ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00Z'],
  ['2027-10-31T03:00', 'Europe/Berlin', '2027-10-31T02:00:00Z'],
  ['2027-03-14T02:00', 'America/New_York', '2027-03-14T07:00:00Z'],
] as const) {
  test(`a deadline of ${wall} in ${zone} is kept to the millisecond`, () => {
    const registrationEndsAt = instantOf(wall, zone)
    expect(registrationEndsAt).toEqual(new Date(instant))
    const later = new Date('2028-01-01T00:00:00Z')
    const event = { ...open, registrationEndsAt, startsAt: later, endsAt: later }
    const around = [-1, 0].map((ms) => opennessOf(event, new Date(registrationEndsAt.getTime() + ms)))
    expect(around).toEqual(['open', 'closed'])
  })
}

for (const [fresh, first, shown] of [
  ['confirmed', 'confirmed', 'confirmed'],
  ['waitlisted', 'confirmed', 'waitlisted'],
  ['pending', 'confirmed', 'pending'],
  ['confirmed', 'waitlisted', 'waitlisted'],
  ['confirmed', 'pending', 'pending'],
  ['pending', 'waitlisted', 'pending'],
] as const) {
  test(`who would be ${fresh} and is ${first} already is shown ${shown}`, () => {
    expect(shownInstead(fresh, first)).toBe(shown)
  })
}

for (const [contact, core] of [
  ['ada+list@example.com', 'ada@example.com'],
  ['ada+a+b@example.com', 'ada@example.com'],
  ['+ada@example.com', '+ada@example.com'],
  ['ada@example.com', 'ada@example.com'],
  ['+8613800138000', '+8613800138000'],
] as const) {
  test(`${contact} without its label is ${core}`, () => expect(contactWithoutLabel(contact)).toBe(core))
}

for (const [change, waits, seat] of [
  [{}, false, 'confirmed'],
  [{ openCount: 1 }, false, 'confirmed'],
  [{ openCount: 2 }, false, 'waitlisted'],
  [{ openCount: 3 }, false, 'waitlisted'],
  [{ openCount: 1, heldSeats: 1 }, false, 'waitlisted'],
  [{ heldSeats: 1 }, false, 'confirmed'],
  [{ entryMode: 'ballot', ballotEndsAt: after }, false, 'pending'],
  [{ entryMode: 'ballot', ballotEndsAt: before, ballotDrawnAt: before }, false, 'confirmed'],
  [{ entryMode: 'ballot', ballotEndsAt: before, ballotDrawnAt: before }, true, 'waitlisted'],
  [{}, true, 'waitlisted'],
  [{ approvalRequired: true }, false, 'pending'],
  [{ approvalRequired: true, openCount: 2 }, true, 'pending'],
] as [Partial<SeatFacts>, boolean, string][]) {
  test(`with ${JSON.stringify(change)} and ${waits ? 'a queue' : 'no queue'} one becomes ${seat}`, () => {
    expect(seatFor({ ...open, ...change }, waits)).toBe(seat)
  })
}

for (const [status, wasApproved, approvalRequired, confirmedCount, waits, then] of [
  ['cancelled', true, false, 0, false, 'confirmed'],
  ['cancelled', true, false, 2, false, 'waitlisted'],
  ['cancelled', true, false, 0, true, 'waitlisted'],
  ['cancelled', false, true, 0, false, 'pending'],
  ['declined', false, true, 2, true, 'pending'],
  ['cancelled', true, true, 0, false, 'confirmed'],
] as const) {
  test(`${status}, ${wasApproved ? 'approved once' : 'never approved'}${approvalRequired ? ' as is asked' : ''}, ${confirmedCount} of 2 seats taken${waits ? ', a queue' : ''}: restored as ${then}`, () => {
    expect(
      restoredStatus({ status, wasApproved }, { ...open, approvalRequired, openCount: confirmedCount }, waits),
    ).toBe(then)
  })
}

for (const [name, contact, text] of [
  ['林一诺', '+8613800138000', 'linyinuo 林一诺 lyn yinuo 8000'],
  ['Ada', 'ada@example.com', 'ada example.com'],
  ['Ada', 'ada@mail.example.com', 'ada mail.example.com example.com'],
] as const) {
  test(`${name} is searched by "${text}"`, () => expect(searchTextOf(name, contact)).toBe(text))
}

test('a search is at most five words, full-width and capitals made plain', () => {
  expect(searchWords('  Ａｄａ\t8000 a b c d e ')).toEqual(['ada', '8000', 'a', 'b', 'c'])
})

const filled = (fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return readForm(registrationSchema, data)
}
const right: [string, string][] = [
  ['locale', 'zh'],
  ['name', '林一诺'],
  ['contact', 'a@example.com'],
]
const but = (name: string, value: string): [string, string][] =>
  right.map(([key, old]) => [key, key === name ? value : old])

for (const [what, fields, field, code] of [
  ['no name', but('name', '   '), 'name', 'empty'],
  ['41 characters', but('name', '名'.repeat(41)), 'name', 'too-long'],
  ['a ten-thousand-character name', but('name', 'x'.repeat(10_000)), 'name', 'too-long'],
  ['a name of 500 characters', but('name', '名'.repeat(500)), 'name', 'too-long'],
  ['500 emoji for a name', but('name', '👩‍👩‍👧‍👦'.repeat(500)), 'name', 'too-long'],
  ['a line break in the name', but('name', 'a\nb'), 'name', 'one-line'],
  ['a control character', but('name', 'a\u0007b'), 'name', 'control-characters'],
  ['a direction override', but('name', 'a\u202eb'), 'name', 'control-characters'],
  ['a name that nobody can see', but('name', '\u200b\u200d\u3164\u2800\u00ad'), 'name', 'empty'],
  ['a name of marks alone', but('name', '\u0301\u0301'), 'name', 'empty'],
  ['an address that goes on after its end', but('contact', 'a@example.com/b'), 'contact', 'not-a-contact'],
  ['neither mail nor phone', but('contact', 'hello'), 'contact', 'not-a-contact'],
  ['no contact', but('contact', ''), 'contact', 'empty'],
  ['a list of addresses', but('contact', 'a@example.com,b@example.com'), 'contact', 'not-a-contact'],
  ['an operator object', [...right, ['name[$ne]', '']], 'name[$ne]', 'unknown'],
  ['a repeated key', [...right, ['name', 'x']], 'name', 'repeated'],
  ['an unknown key', [...right, ['admin', 'on']], 'admin', 'unknown'],
  ['a box that says something else', [...right, ['news', 'yes']], 'news', 'not-a-choice'],
  ['another language', but('locale', 'fr'), 'locale', 'not-a-choice'],
] as [string, [string, string][], string, string][]) {
  test(`a form with ${what} is sent back with the reason beside the field`, () => {
    const reading = filled(fields)
    expect(reading.ok).toBe(false)
    if (!reading.ok) expect(reading.problems[field]?.code).toBe(code)
  })
}

for (const name of ['李', '名'.repeat(40), '👩‍👩‍👧‍👦 家', 'محمد', "O'Brien <b>", 'ẞ'.repeat(40), 'ﷺ']) {
  test(`a person may be called ${name}`, () => expect(filled(but('name', name)).ok).toBe(true))
}

for (const typed of [
  '13800138000',
  '１３８ 0013 8000',
  '+86 138-0013-8000',
  '0086 13800138000',
  '+86 013800138000',
  '\u202d+86 138 0013 8000\u202c',
]) {
  test(`${JSON.stringify(typed)} is one phone`, () => {
    const reading = filled(but('contact', typed))
    expect(reading.ok && reading.input.contact).toEqual({ kind: 'phone', contact: '+8613800138000' })
  })
}
