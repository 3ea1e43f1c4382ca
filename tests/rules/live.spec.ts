import { makePlaces } from '@/lib/web/live/places'
import { expect, test } from '../support/test'

/** Streams as the server holds them: whoever has to give way frees their place at once. */
function aProcess(most: number) {
  const places = makePlaces(most)
  const open: string[] = []
  const come = (corner: string, own: string | null = null) => {
    const place = places.take({ own, corner })
    const name = own ?? corner
    if (!place) return false
    open.push(name)
    const end = () => {
      place.free()
      open.splice(open.lastIndexOf(name), 1)
    }
    place.givesWay(end)
    return end
  }
  const held = (name: string) => open.filter((one) => one === name).length
  return { come, held, count: () => open.length }
}

test('a stranger who takes every place gives way: to other strangers up to their share, to tickets all', () => {
  const { come, held, count } = aProcess(600)
  for (let n = 0; n < 1_000; n++) come('flood')
  expect(held('flood')).toBe(600)
  expect(come('viewer')).toBeTruthy()
  for (let n = 0; n < 50; n++) come('flood')
  expect([held('viewer'), held('flood'), count()]).toEqual([1, 599, 600])
  for (let n = 0; n < 500; n++) expect(come('flood', `ticket ${n}`)).toBeTruthy()
  expect([held('viewer'), held('flood'), count()]).toEqual([1, 99, 600])
  for (let n = 0; n < 400; n++) come('viewer')
  expect(held('flood') - held('viewer')).toBeLessThanOrEqual(1)
  expect(count()).toBe(600)
})

test('a hall behind one address gets all that there is, and what it leaves is free again', () => {
  const { come, count } = aProcess(600)
  const ends = Array.from({ length: 600 }, (_, n) => come('hall', `ticket ${n}`))
  expect([ends.every(Boolean), come('hall', 'one more'), come('elsewhere')]).toEqual([true, false, false])
  // Holders share, too: another hall is not kept out by the first.
  expect(come('another hall', 'one more')).toBeTruthy()
  expect(count()).toBe(600)
  for (const end of ends.slice(0, 100)) if (end) end()
  expect(come('elsewhere')).toBeTruthy()
})

test('one ticket holds a dozen streams at most', () => {
  const { come, held } = aProcess(600)
  const ends = Array.from({ length: 100 }, () => come('anywhere', 'ticket'))
  expect(held('ticket')).toBe(12)
  if (ends[0]) ends[0]()
  expect(come('anywhere', 'ticket')).toBeTruthy()
  expect(come('anywhere', 'ticket')).toBe(false)
})
