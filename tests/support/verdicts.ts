import type { Door } from './doors'
import { everyWay } from './each'
import { type Identity, mayDo } from './identities'
import type { World } from './world'

/** What stands at the end of an address: somebody's stop, or nothing at all. */
export type Target = {
  name: 'own' | 'own draft' | 'foreign' | 'missing' | 'crossed'
  seriesId: string
  eventId: string
  params: Record<string, string>
  links: Record<string, string>
}

const NOWHERE = '00000000-0000-7000-8000-000000000000'

/** A published stop, a draft of the same series, a stranger's published stop, nothing, and one's own stop with a stranger's rows. */
export function targetsOf(world: World, other: World): Target[] {
  const at = (name: Target['name'], { series, links }: World, stop: World['stop'], { rows } = world): Target => ({
    name,
    seriesId: series.id,
    eventId: stop.id,
    params: {
      series: series.slug,
      event: stop.slug,
      gift: rows.gift ?? '',
      sponsor: rows.sponsor ?? '',
      guest: rows.registration ?? '',
    },
    links: Object.fromEntries(Object.entries(links).map(([kind, { id }]) => [kind, id])),
  })
  const missing = { series: 'series-nowhere', event: 'stop-nowhere', gift: NOWHERE, sponsor: NOWHERE, guest: NOWHERE }
  return [
    at('own', world, world.stop),
    at('own draft', world, world.draft),
    at('foreign', other, other.stop, other),
    { name: 'missing', seriesId: NOWHERE, eventId: NOWHERE, params: missing, links: {} },
    at('crossed', world, world.stop, other),
  ]
}

const SAMPLES: Record<string, string> = { locale: 'zh', secret: 'not-a-secret', '...rest': 'nowhere/at/all' }

/** The address of a door at a target. Parameters that only the door itself knows get a made-up value: then `sure` is false. */
export function addressAt(
  door: { path: string; link: string | null },
  target: Target,
): { path: string; sure: boolean } {
  let sure = true
  const path = door.path.replace(/\[([.\w]+)\]/g, (_, name: string) => {
    if (name === 'link') return target.links[door.link ?? ''] ?? NOWHERE
    // A route without the series in its address names the event by its id.
    const byId = name === 'event' && !door.path.includes('[series]')
    const known = byId ? target.eventId : (target.params[name] ?? SAMPLES[name])
    // A gift or guest of one stop is none of the next.
    if (known === undefined || (['gift', 'guest'].includes(name) && target.name === 'own draft')) sure = false
    return known ?? 'sample'
  })
  return { path, sure }
}

const ASK: Record<Target['name'], RegExp> = {
  own: /./,
  foreign: /^(owner|organizer|editor$)|holder$/,
  'own draft': /^(organizer$|editor|viewer|ticket holder)/,
  missing: /^(owner|organizer$|ticket holder)/,
  crossed: /^(owner|organizer|editor)/,
}

/** Does the address name a row of the stop or the series? Only then crossing two worlds says something. */
export const namesRow = ({ path }: { path: string }): boolean => /\[(gift|sponsor|guest)\]/.test(path)

/** Is it worth asking: everybody at what is theirs, of the others one of each sort where more would say nothing new. */
export const isTelling = (who: Identity, target: Target): boolean => everyWay || ASK[target.name].test(who.name)

export type Verdict = 'in' | 'sign in' | 'not found' | 'either'
const inOr = (yes: boolean): Verdict => (yes ? 'in' : 'not found')

/** What a door has to answer to somebody, by the table of roles alone. */
export function verdictOn(door: Door, who: Identity, target: Target): Verdict {
  const holds = who.link !== null && who.link.kind === door.link && who.link.id === target.links[who.link.kind]
  switch (door.wrapper) {
    case 'publicPage':
    case 'publicRoute':
      if (/\[\.\.\.rest\]|\/instead$/.test(door.path)) return 'not found'
      if (door.path.includes('[event]') && ['own draft', 'missing'].includes(target.name)) return 'not found'
      return door.path.includes('[series]') && target.name === 'missing' ? 'not found' : 'either'
    case 'viewerPage':
    case 'viewerAction':
      return who.signedIn ? 'in' : 'sign in'
    case 'ownerPage':
    case 'ownerAction':
      return who.signedIn ? inOr(who.owner) : 'sign in'
    case 'seriesPage':
    case 'seriesAction':
      if (!who.signedIn) return 'sign in'
      return inOr(target.name !== 'missing' && mayDo(who, door.may ?? '', { seriesId: target.seriesId, eventId: null }))
    case 'organizerPage':
    case 'organizerAction':
    case 'organizerRoute':
      if (!who.signedIn) return 'sign in'
      // The sponsor belongs to the whole series, but gave nothing to the draft: there is nothing to report.
      if (door.kind === 'page' && door.path.endsWith('/report') && target.name === 'own draft') return 'not found'
      return inOr(!['missing', 'crossed'].includes(target.name) && mayDo(who, door.may ?? '', target))
    // Nobody here has the mail.
    case 'mailRoute':
      return 'not found'
    case 'holderPage':
    case 'holderAction':
    case 'holderRoute':
      return inOr(holds)
    default:
      throw new Error(`Nobody said what ${door.wrapper} asks for: add it to tests/support/verdicts.ts.`)
  }
}

/** The marked texts that somebody must not read, whatever they open. */
export function forbiddenTo(who: Identity, worlds: World[]): string[] {
  return worlds.flatMap(({ series, stop, draft, canaries, links }) => {
    const at = { seriesId: series.id, eventId: stop.id }
    const can = (...permissions: string[]) => permissions.some((permission) => mayDo(who, permission, at))
    const drafts = { seriesId: series.id, eventId: draft.id }
    // Speakers and sponsors belong to the series: whoever works on one of its stops knows them.
    const inSeries = (...permissions: string[]) => can(...permissions) || permissions.some((p) => mayDo(who, p, drafts))
    const holds = (kind: keyof World['links']) => who.link?.id === links[kind].id
    const allowed: Record<keyof typeof canaries, boolean> = {
      guest: can('guests.view') || holds('ticket'),
      guestName: can('guests.view', 'checkin.run') || holds('ticket'),
      sponsor: inSeries('sponsors.edit', 'recap.edit') || holds('desk'),
      speaker: inSeries('program.edit') || holds('speaker'),
      crew: can('volunteers.edit') || holds('crew'),
      letter: can('messages.view'),
      draft: ['event.view', 'checkin.run'].some((permission) => mayDo(who, permission, drafts)),
    }
    return Object.entries(canaries).flatMap(([what, text]) => (allowed[what as keyof typeof canaries] ? [] : [text]))
  })
}
