import { once } from 'node:events'
import { database } from '@/lib/database/client'
import { exportBundle, findSession } from '@/lib/draws/queries/sessions'
import type { DrawRecord } from '@/lib/draws/rules/record'
import { verifyBundle } from '@/lib/draws/rules/verify/bundle'
import { killed, stepElsewhere } from '../support/draw-processes'
import { aRaffle } from '../support/draws'
import { expect, test } from '../support/test'

/** Another process takes one step of the evening and is killed as soon as it says so. */
async function stepAndDie(eventId: string, personId: string): Promise<void> {
  const child = await stepElsewhere(eventId, personId)
  await once(child.stdout, 'data')
  await killed(child)
}

test('a process killed after every single record, from the plan to the close, resumes to the same result', async () => {
  test.setTimeout(240_000)
  const { event, scope } = await aRaffle({ people: 12, prizes: [['抱枕', 1]] })
  const known: { hash: string; rec: DrawRecord }[] = []
  for (let kills = 0; kills < 12 && known.at(-1)?.rec.type !== 'close'; kills++) {
    await stepAndDie(event.id, scope.actorId)
    const view = await findSession(scope, false)
    const bundle = view && (await exportBundle(scope, view.id))
    expect(bundle?.log.slice(0, known.length), `after ${kills + 1} kills`).toEqual(known)
    known.splice(0, known.length, ...(bundle?.log ?? []))
    expect(verifyBundle(bundle), `after ${kills + 1} kills`).toMatchObject({ follows: true })
  }
  expect(known.map(({ rec }) => rec.type)).toEqual(['open', 'lock', 'arm', 'room', 'result', 'claim', 'close'])
  expect(await database().drawWin.count({ where: scope.within })).toBe(1)
})
