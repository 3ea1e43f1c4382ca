import { boardOf, invitationOf } from '@/app/[locale]/(stage)/stage/[series]/[event]/idle/moment'
import { expect, test } from '../support/test'

const at = (time: string) => new Date(`2026-12-05T${time}:00Z`)
const talk = (title: string, from: string, to: string) => ({
  title,
  startsAt: at(from).toISOString(),
  endsAt: at(to).toISOString(),
})
const instants = { publishedAt: '2026-11-01T00:00:00Z', postponedAt: null, cancelledAt: null }
const stop = {
  ...instants,
  startsAt: at('06:00').toISOString(),
  endsAt: at('10:00').toISOString(),
  program: [talk('破冰', '06:00', '06:30'), talk('分享', '06:30', '07:15')],
}
const titles = (time: string) => {
  const board = boardOf(stop, at(time))
  return board.kind === 'running' ? [board.now?.title, board.next?.title] : [board.kind]
}

for (const [time, shown] of [
  ['04:00', ['before']],
  ['06:00', ['破冰', '分享']],
  ['06:29', ['破冰', '分享']],
  ['06:30', ['分享', undefined]],
  ['08:00', [undefined, undefined]],
  ['10:00', ['over']],
] as const) {
  test(`at ${time} the stage shows ${shown.join(' and then ')}`, () => {
    expect(titles(time)).toEqual(shown)
  })
}

test('in the last hour the stage names what comes first', () => {
  expect(boardOf(stop, at('05:00'))).toMatchObject({ kind: 'before', next: { title: '破冰' } })
  expect(boardOf(stop, at('04:59'))).toEqual({ kind: 'before', next: undefined })
})

test('a cancelled stop’s stage says so, whatever the hour', () => {
  const cancelled = { ...stop, cancelledAt: '2026-12-01T00:00:00Z' }
  expect(boardOf(cancelled, at('06:10'))).toEqual({ kind: 'off', status: 'cancelled' })
})

const onLine = (id: string, number: number, day: string) => ({
  ...instants,
  id,
  slug: id,
  number,
  startsAt: `2026-12-${day}T06:00:00Z`,
  endsAt: `2026-12-${day}T10:00:00Z`,
})
const [here, later, last] = [onLine('here', 1, '05'), onLine('later', 2, '12'), onLine('last', 3, '19')]

test('the code leads to this stop until it starts, then to the next one, then to the whole line', () => {
  const tour = { stops: [last, later, here] }
  expect(invitationOf(tour, here, at('05:59'))?.id).toBe('here')
  expect(invitationOf(tour, here, at('06:00'))?.id).toBe('later')
  expect(invitationOf({ stops: [here] }, here, at('06:00'))).toBeNull()
})

test('the code never leads to a cancelled stop', () => {
  const stops = [here, { ...later, cancelledAt: '2026-12-01T00:00:00Z' }, last]
  expect(invitationOf({ stops }, here, at('07:00'))?.id).toBe('last')
})
