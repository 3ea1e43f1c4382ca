import { editEventSchema, newEventSchema } from '@/lib/events/schema'
import type { StartInput } from '@/lib/tour/schema'

/** What an organiser types for a new stop, as the form sends it. */
export const typed = (given: Partial<Record<string, string>> = {}) =>
  newEventSchema.parse({
    city: '成都',
    cityEn: '',
    date: '2027-01-09',
    start: '14:00',
    end: '18:00',
    timeZone: 'Asia/Shanghai',
    venueName: '',
    capacity: '80',
    slug: '',
    ...given,
  })

/** What an organiser types when editing a stop, as the form sends it. */
export const edited = (given: Partial<Record<string, string>> = {}) =>
  editEventSchema.parse({
    city: '上海',
    cityEn: 'Shanghai',
    number: '1',
    title: '',
    titleEn: '',
    summary: '',
    summaryEn: '',
    date: '2027-01-09',
    start: '14:00',
    end: '18:00',
    timeZone: 'Asia/Shanghai',
    capacity: '100',
    registrationEnds: '',
    slug: '',
    pigment: 'cinnabar',
    version: '1',
    ...given,
  })

/** The three things for the next stop, with everything that may come along. */
export const threeThings = (from: string, given: Partial<StartInput> = {}) => ({
  from,
  city: '成都',
  cityEn: '',
  date: '2027-01-09',
  start: '14:00',
  timeZone: 'Asia/Shanghai',
  program: true,
  speakers: true,
  gifts: true,
  crew: true,
  needs: true,
  placeholders: { talk: '分享（待定）', crew: '待定' },
  ...given,
})
