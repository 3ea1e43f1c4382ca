import { database } from '@/lib/database/client'
import { listHolds } from '@/lib/registration/queries/entry'
import { ChangedMeanwhile, Refusal } from '@/lib/values/refusal'
import { deedsOf, type Plan } from './choose'
import { carryOut } from './commands'
import type { Answer, Deed, Entry } from './deeds'
import { forgetForms, watching } from './witness'
import type { World } from './world'

/** Does what a plan wishes for, several at a time; answers what happened, in the order in which it was asked for. */
export async function play(world: World, { wishes, workers }: Plan): Promise<Entry[]> {
  const entries: Entry[] = []
  const left = [...wishes]
  const work = async () => {
    for (let wish = left.shift(); wish; wish = left.shift()) {
      const deeds = await deedsOf(world, wish)
      const { failAt } = wish
      await Promise.all(deeds.map((deed) => happen(world, deed, failAt, entries)))
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  forgetForms()
  return entries
}

async function happen(world: World, deed: Deed, failAt: number | null, entries: Entry[]) {
  const entry: Entry = {
    deed,
    answer: { broke: 'never answered' },
    serial: null,
    batch: null,
    committed: false,
    asked: performance.now(),
    answeredAt: 0,
    // Whoever registers shares a transaction with others: breaking it off would not be one deed's.
    failAt: deed.do === 'register' ? null : failAt,
    calls: 0,
    failed: false,
  }
  entries.push(entry)
  if ('key' in deed) world.repeatable.push(deed)
  entry.answer = await answerOf(watching(entry, () => carryOut(world, deed)))
  entry.answeredAt = performance.now()
  await learn(world, entry)
}

async function answerOf(work: Promise<unknown>): Promise<Answer> {
  try {
    return { answered: (await work) ?? null }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    if (error instanceof ChangedMeanwhile) return { refused: 'changed meanwhile' }
    return { broke: error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}` : String(error) }
  }
}

/** What whoever chooses the next deed knows from now on. */
async function learn(world: World, { deed, answer }: Entry) {
  if (!('answered' in answer)) return
  if (deed.do === 'walk in') answer.answered = { id: await letInBy(world, deed.key) }
  if (deed.do === 'scan' && answer.answered === 'accepted') world.scans.push(deed.key)
  if (deed.do === 'walk in') world.scans.push(deed.key)
  const id = (answer.answered as { id?: string } | null)?.id
  if (id && ['register', 'add', 'walk in'].includes(deed.do) && !world.ids.includes(id)) world.ids.push(id)
  if (id && deed.do === 'hold') await learnHold(world, id)
  if (id && deed.do === 'keep list' && !world.lists.some((list) => list.id === id)) world.lists.push({ id, came: 0 })
  if (deed.do === 'run list')
    answer.answered = { ...(answer.answered as object), ids: await learnList(world, deed.list) }
}

async function letInBy({ eventId }: World, scan: string): Promise<string> {
  const row = await database().checkIn.findUnique({ where: { key: { eventId, id: scan } } })
  return row?.registrationId ?? 'nobody'
}

async function learnHold(world: World, id: string) {
  const hold = (await listHolds(world.guests)).find((row) => row.id === id)
  const codes = (hold?.codes ?? []).map(({ code }) => ({ typed: code, hold: id }))
  world.holds.push({ id, codes })
}

async function learnList(world: World, importId: string) {
  const rows = await database().guestImportRow.findMany({
    where: { eventId: world.eventId, importId },
    orderBy: { number: 'asc' },
    select: { registrationId: true },
  })
  const ids = rows.map(({ registrationId }) => registrationId)
  for (const id of ids) if (id && !world.ids.includes(id)) world.ids.push(id)
  const list = world.lists.find((one) => one.id === importId)
  if (list && list.came === 0) list.came = ids.filter(Boolean).length
  return ids
}
