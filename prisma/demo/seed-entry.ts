import { database } from '@/lib/database/client'
import { eventScope, type Viewer } from '@/lib/people/scope'
import { setReconfirm } from '@/lib/registration/commands/entry'
import { addHold } from '@/lib/registration/commands/holds'
import { addQuestion } from '@/lib/registration/commands/questions'
import type { Given } from '@/lib/registration/rules/questions'
import { holdSchema } from '@/lib/registration/schema/entry'
import { newQuestionSchema } from '@/lib/registration/schema/questions'
import { once } from './doing'

const questions = [
  {
    kind: 'choice',
    label: '你想和谁坐一桌？',
    labelEn: 'Whose table would you like?',
    why: '破冰时按这个分桌。',
    whyEn: 'Tables of the icebreaker are set by it.',
    options: '做硬件的 | Hardware\n做应用的 | Apps\n写代码的 | Code\n什么都好奇 | A bit of everything',
  },
  {
    kind: 'text',
    label: '有什么不能吃的？',
    labelEn: 'Anything you cannot eat?',
    why: '茶歇准备点心用。',
    whyEn: 'For the snacks of the break.',
    options: '',
    sensitive: 'on',
  },
]

/** How people get into a stop that is open: seats kept for speakers, two questions, "still coming?" two days before. */
export async function seedEntry(viewer: Viewer, address: { series: string; event: string }): Promise<void> {
  const scope = await eventScope(viewer, address, 'guests.edit')
  if (!scope) throw new Error('the demo stop is gone')
  for (const question of questions) {
    const input = newQuestionSchema.parse({ audience: 'everyone', ...question })
    await addQuestion(scope, input, once(`question ${question.label}`))
  }
  const hold = holdSchema.parse({ kind: 'speakers', name: '嘉宾和家人', seats: '6', codes: 'shared', expires: '' })
  await addHold(scope, hold, once('hold speakers'))
  await setReconfirm(scope, { reconfirmDays: 2, reconfirmReleaseHours: 24 })
}

/** What the n-th invented guest answers; some leave questions open. */
export async function answersFor(eventId: string, n: number): Promise<Given[]> {
  const [table, food] = await database().question.findMany({ where: { eventId }, orderBy: { position: 'asc' } })
  const choice = table?.options[n % 4]?.split(' | ')[0]
  return [
    ...(table && choice && n % 5 ? [{ questionId: table.id, given: [choice] }] : []),
    ...(food && n % 11 === 3 ? [{ questionId: food.id, given: ['花生'] }] : []),
  ]
}
