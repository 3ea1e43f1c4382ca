/** Who may do what: the one table. DESIGN's words for the roles, a sentence's worth of permissions each. */
export const eventPermissions = [
  'event.view',
  'event.edit',
  'program.edit',
  'sponsors.edit',
  'volunteers.edit',
  'guests.view',
  'guests.edit',
  'checkin.run',
  'stage.run',
  'messages.view',
  'messages.send',
  'recap.edit',
] as const
export const seriesPermissions = ['series.view', 'series.edit', 'people.edit', 'events.create'] as const

export type EventPermission = (typeof eventPermissions)[number]
export type SeriesPermission = (typeof seriesPermissions)[number]
export type Role = 'owner' | 'organizer' | 'editor' | 'host' | 'door' | 'viewer'

/** The roles that are held in one event; organizer is held in a whole series. */
export const eventRoles = ['editor', 'host', 'door', 'viewer'] as const

const onEvent: Record<Role, readonly EventPermission[]> = {
  owner: eventPermissions,
  organizer: eventPermissions,
  editor: [
    'event.view',
    'program.edit',
    'sponsors.edit',
    'volunteers.edit',
    'messages.view',
    'messages.send',
    'recap.edit',
  ],
  host: ['event.view', 'stage.run'],
  door: ['checkin.run'],
  viewer: ['event.view'],
}

const onSeries: Record<Role, readonly SeriesPermission[]> = {
  owner: seriesPermissions,
  organizer: seriesPermissions,
  editor: [],
  host: [],
  door: [],
  viewer: [],
}

/** May somebody in this role do this to an event? */
export const mayOnEvent = (role: Role, permission: EventPermission): boolean => onEvent[role].includes(permission)

/** Where the work of somebody in this role begins at an event, below its address: at the door, on stage, or on its overview. */
export const startsAtOf = (role: Role): '' | '/checkin' | '/draws' =>
  role === 'door' ? '/checkin' : role === 'host' ? '/draws' : ''

/** May somebody in this role do this to a whole series? */
export const mayOnSeries = (role: Role, permission: SeriesPermission): boolean => onSeries[role].includes(permission)

/** The strongest first: somebody who holds several roles acts in the first that may. */
export const roleOrder: readonly Role[] = ['owner', 'organizer', 'editor', 'host', 'door', 'viewer']
