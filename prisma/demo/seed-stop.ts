import { createEvent } from '@/lib/events/commands/create'
import { editEvent } from '@/lib/events/commands/edit'
import { publishEvent } from '@/lib/events/commands/status'
import { saveVenue } from '@/lib/events/commands/venue'
import { editEventSchema, newEventSchema, venueSchema } from '@/lib/events/schema'
import type { EventPermission } from '@/lib/people/roles'
import { type EventScope, eventScope, seriesScope, type Viewer } from '@/lib/people/scope'
import { publishRecap, saveRecap } from '@/lib/recap/commands/recap'
import { recapSchema } from '@/lib/recap/schema/recap'
import { addVolunteers, confirmVolunteer, editVolunteer } from '@/lib/volunteers/commands'
import { newVolunteersSchema, volunteerSchema } from '@/lib/volunteers/schema'
import { once, unlessDone } from './doing'
import { seedDraw } from './seed-draw'
import { seedBoard, seedNeeds, seedThanks } from './seed-needs'
import { seedSponsors } from './seed-sponsors'
import { seedTalks } from './seed-talks'
import type { DemoStop } from './types'

/** Fills in one stop as an organiser would, form by form. */
export async function seedStop(viewer: Viewer, slug: string, demo: DemoStop): Promise<void> {
  const series = await seriesScope(viewer, { slug }, 'events.create')
  if (!series) throw new Error('the demo series is gone')
  const { stop } = demo
  const fresh = {
    city: stop.city,
    cityEn: stop.cityEn,
    slug: stop.slug,
    venueName: '',
    capacity: String(stop.capacity),
  }
  const when = { date: stop.date, start: stop.start, end: stop.end, timeZone: 'Asia/Shanghai' }
  const event = await createEvent(series, newEventSchema.parse({ ...fresh, ...when }), once(`event ${stop.slug}`))
  await describe(await scoped(viewer, event.id, 'event.edit'), demo, when)
  await seedTalks(await scoped(viewer, event.id, 'program.edit'), await scoped(viewer, event.id, 'recap.edit'), demo)
  const ledger = await scoped(viewer, event.id, 'sponsors.edit')
  await seedNeeds(ledger, demo)
  await seedSponsors(ledger, demo)
  await seedCrew(await scoped(viewer, event.id, 'volunteers.edit'), demo)
  const edit = await scoped(viewer, event.id, 'event.edit')
  if (demo.published) await unlessDone(() => publishEvent(edit))
  await seedBoard(ledger, demo)
  const recap = await scoped(viewer, event.id, 'recap.edit')
  if (demo.recap) await seedRecap(recap, demo.recap)
  if (demo.thanked) await seedThanks(recap)
  // A stop that is still to come: its draw's rules are public before the day.
  if (demo.published && !demo.recap) await seedDraw(await scoped(viewer, event.id, 'stage.run'), stop.slug)
}

async function describe(scope: EventScope<'event.edit'>, { stop, venue }: DemoStop, when: object): Promise<void> {
  const { date: _date, start: _start, end: _end, ...rest } = stop
  const facts = { ...rest, ...when, number: String(stop.number), capacity: String(stop.capacity) }
  await unlessDone(() => editEvent(scope, editEventSchema.parse({ ...facts, registrationEnds: '', version: '1' })))
  if (venue) await unlessDone(() => saveVenue(scope, venueSchema.parse({ ...venue, version: '0' })))
}

async function seedCrew(scope: EventScope<'volunteers.edit'>, { stop, crew }: DemoStop): Promise<void> {
  for (const { name, role, shift = '', leads, confirmed } of crew) {
    const row = newVolunteersSchema.parse({ names: name, role, shift })
    const added = await addVolunteers(scope, row, once(`crew ${stop.slug} ${name}`))
    const id = added.ids[0]
    if (!id) continue
    const lead = { id, version: '1', name, role, shift, leads: 'on', email: '', phone: '' }
    if (leads) await unlessDone(() => editVolunteer(scope, volunteerSchema.parse(lead)))
    if (confirmed) await unlessDone(() => confirmVolunteer(scope, id))
  }
}

async function seedRecap(scope: EventScope<'recap.edit'>, recap: NonNullable<DemoStop['recap']>): Promise<void> {
  const texts = Object.fromEntries(Object.keys(recapSchema.shape).map((field) => [field, '']))
  await unlessDone(() => saveRecap(scope, recapSchema.parse({ ...texts, ...recap, version: '0' })))
  await unlessDone(() => publishRecap(scope))
}

async function scoped<P extends EventPermission>(viewer: Viewer, id: string, permission: P) {
  const scope = await eventScope(viewer, { id }, permission)
  if (!scope) throw new Error('the demo stop is gone')
  return scope
}
