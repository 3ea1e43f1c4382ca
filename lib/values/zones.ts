import { zoneText } from './when'

const common = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Macau',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Bangkok',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Dubai',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'America/New_York',
  'America/Toronto',
  'America/Los_Angeles',
  'America/Vancouver',
  'Australia/Sydney',
] as const

/** The zones a tour is likely to come through, and the one already chosen, as `[zone, words]` for a choice. */
export function zoneChoices(locale: string, chosen: string): [string, string][] {
  const zones = (common as readonly string[]).includes(chosen) ? common : [chosen, ...common]
  return zones.map((zone) => [
    zone,
    `${zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ')} · ${zoneText(zone, locale)}`,
  ])
}
