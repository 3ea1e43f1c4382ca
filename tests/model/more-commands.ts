import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { whenOf } from '@/lib/events/rules'
import { editAnswers } from '@/lib/registration/commands/answers'
import { seatInOrder } from '@/lib/registration/commands/ballot'
import { setNewDate } from '@/lib/registration/commands/change-plan'
import { editGuest } from '@/lib/registration/commands/edit-guest'
import { sendTicketAgain } from '@/lib/registration/commands/guests'
import { editMine } from '@/lib/registration/commands/mine'
import {
  addQuestion,
  editQuestion,
  moveQuestion,
  removeQuestion,
  restoreQuestion,
} from '@/lib/registration/commands/questions'
import { mailTicketAgain } from '@/lib/registration/commands/register'
import { guestEditSchema } from '@/lib/registration/schema/guests'
import { newQuestionSchema } from '@/lib/registration/schema/questions'
import { carryOut } from './commands'
import { aWorld, comes } from './scenes'
import type { World } from './world'

/** Commands of registration that nothing in the order of seats depends on: each with a scene, as a work to be tried. */
type Work = (world: World) => Promise<() => Promise<unknown>>

const fields = { labelEn: '', why: '分组用', whyEn: '', options: '', audience: 'everyone' }
const question = (label: string) => newQuestionSchema.parse({ kind: 'text', label, ...fields })

async function twoQuestions({ guests }: World) {
  const { id } = await addQuestion(guests, question('你在做什么？'))
  await addQuestion(guests, question('从哪来？'))
  return id
}

export const works: Record<string, Work> = {
  'edit mine': async (world) => {
    const ticket = world.holder(await comes(world, 1))
    return () => editMine(ticket, { name: '周明', news: true, photos: true })
  },
  'edit guest': async (world) => {
    const id = await comes(world, 1)
    const input = guestEditSchema.parse({ id, name: '周明', contact: world.address(2), version: '1' })
    return () => editGuest(world.guests, input)
  },
  answer: async (world) => {
    const questionId = await twoQuestions(world)
    const ticket = world.holder(await comes(world, 1))
    return () => editAnswers(ticket, { answers: [{ questionId, given: ['画画'] }], shown: [questionId] })
  },
  'send the ticket again': async (world) => {
    const id = await comes(world, 1)
    return () => sendTicketAgain(world.guests, id)
  },
  'find my ticket': async (world) => {
    await comes(world, 1)
    return () => mailTicketAgain(world.published, world.address(1))
  },
  'set a new date': async (world) => {
    await comes(world, 1)
    await carryOut(world, { do: 'put off' })
    const event = await database().event.findUniqueOrThrow({ where: { id: world.eventId } })
    return () => setNewDate(world.events, whenOf(event) as Parameters<typeof setNewDate>[1])
  },
  'add a question': async ({ guests }) => {
    return () => addQuestion(guests, question('你在做什么？'))
  },
  'edit a question': async (world) => {
    const id = await twoQuestions(world)
    const { kind: _, ...input } = question('你想认识谁？')
    return () => editQuestion(world.guests, { ...input, id, version: 1 })
  },
  'remove a question': async (world) => {
    const id = await twoQuestions(world)
    return () => removeQuestion(world.guests, id)
  },
  'restore a question': async (world) => {
    const id = await twoQuestions(world)
    await removeQuestion(world.guests, id)
    return () => restoreQuestion(world.guests, id)
  },
  'move a question': async (world) => {
    const id = await twoQuestions(world)
    return () => moveQuestion(world.guests, { id, way: 'down' })
  },
  'seat the drawn': async (world) => {
    const past = new Date(Date.now() - 60_000)
    const where = { id: world.eventId }
    await database().event.update({ where, data: { entryMode: 'ballot', ballotEndsAt: new Date(Date.now() + 9e6) } })
    const order = [await comes(world, 1), await comes(world, 2), await comes(world, 3)]
    await database().event.update({ where, data: { ballotEndsAt: past } })
    return () => change(world.guests, {}, (tx, record) => seatInOrder(tx, record, world.guests, order.toReversed()))
  },
}

export const workOf = async (name: string) => (works[name] as Work)(await aWorld())
