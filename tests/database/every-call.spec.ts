import { database } from '@/lib/database/client'
import { carryOut } from '../model/commands'
import { breakAtEveryCall } from '../model/every-call'
import { workOf, works } from '../model/more-commands'
import { atOwnDatabase } from '../model/own-database'
import { scene, sceneNames } from '../model/scenes'
import { allSources, readText } from '../support/sources'
import { expect, test } from '../support/test'

// checklist: 1, 3

/** What the short form tries; the long form tries all. */
const brief = new Set(['register', 'cancel mine', 'seat the drawn'])
const long = process.env.MODEL_OPERATIONS !== undefined

test('a command whose database fails at any of its calls leaves everything as it was before', async () => {
  if (long) test.setTimeout(900_000)
  const calls: Record<string, number> = {}
  await atOwnDatabase('', async (url) => {
    for (const name of sceneNames.filter((name) => long || brief.has(name))) {
      const { world, deed } = await scene(name)
      calls[name] = await breakAtEveryCall(url, () => carryOut(world, deed))
    }
    for (const name of Object.keys(works).filter((name) => long || brief.has(name))) {
      calls[name] = await breakAtEveryCall(url, await workOf(name))
    }
    // What is left behind is found.
    const { world, deed } = await scene('scan')
    const twoSteps = async () => {
      await database().$executeRaw`UPDATE events SET title = title || '!' WHERE id = ${world.eventId}::uuid`
      await carryOut(world, deed)
    }
    await expect(breakAtEveryCall(url, twoSteps)).rejects.toThrow(/broken off at call \d it left public.events/)
  })
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0)
  if (long)
    console.log(`  ${Object.keys(calls).length} commands broken off at ${total} calls: ${JSON.stringify(calls)}`)
  // Each has at least BEGIN, its level, the lock, a write, the log and COMMIT.
  expect(Object.entries(calls).filter(([, count]) => count < 6)).toEqual([])
})

/** Commands that are one statement, or write nothing, and so have no between. */
const oneStatement = [
  'findTyped',
  'forgetAnswers',
  'hashOfCode',
  'localeOf',
  'makeWork',
  'newRows',
  'redeemWork',
  'secretOf',
]
/** Each of many in a transaction of its own, by a command that is tried. */
const eachAlone = ['actOnGuests']

test('no command of registration and the door is left out', () => {
  const tried = readText('tests/model/commands.ts') + readText('tests/model/more-commands.ts')
  const exported = allSources()
    .filter(({ path }) => /^lib\/(registration|checkin)\/commands(\/|\.ts$)/.test(path))
    .flatMap(({ bare }) => [
      ...bare.matchAll(/^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?(?:<[^(]*>)?\(\s*(\w+)/gm),
    ])
    // What takes a transaction is a step of a command.
    .filter(([, , first]) => first !== 'tx')
    .map(([, name = '']) => name)
  expect(exported.length).toBeGreaterThan(35)
  const left = exported.filter((name) => !new RegExp(`\\b${name}\\(`).test(tried))
  expect(left.filter((name) => !oneStatement.includes(name) && !eachAlone.includes(name))).toEqual([])
})
