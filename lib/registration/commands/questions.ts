import 'server-only'
import { change, type Repeatable } from '@/lib/database/change'
import type { Question } from '@/lib/database/generated/client'
import type { EventScope } from '@/lib/people/scope'
import { ChangedMeanwhile, refuse } from '@/lib/values/refusal'
import { mostQuestions, optionKey } from '../rules/questions'
import type { EditQuestion, NewQuestion } from '../schema/questions'

type Scope = EventScope<'guests.edit'>
type Choices = { kind: string; options: string[] }

/** Puts a question at the end of the form. Refuses choices where there are none to choose, and more than twenty. */
export const addQuestion = (scope: Scope, input: NewQuestion, once?: Repeatable) =>
  change(
    scope,
    {},
    async (tx, record) => {
      const { eventId } = scope
      const last = await tx.question.aggregate({ where: { ...scope.within }, _max: { position: true } })
      if ((await tx.question.count({ where: { ...scope.within, removedAt: null } })) >= mostQuestions) {
        refuse('entry.too-many-questions')
      }
      const data = { ...input, options: fitting(input), eventId, position: (last._max.position ?? 0) + 1 }
      const { id } = await tx.question.create({ data, select: { id: true } })
      record('question.added', id)
      return { id }
    },
    once,
  )

/** Rewrites a question but for its kind. Choices that go are kept aside: a form that is open somewhere may send them. */
export const editQuestion = (scope: Scope, { id, version, ...input }: EditQuestion) =>
  change(scope, {}, async (tx, record) => {
    const before = (await tx.question.findUnique({ where: scope.key(id) })) ?? refuse('form.not-found')
    if (before.version !== version) throw new ChangedMeanwhile(before.version, asForm(before))
    const options = fitting({ kind: before.kind, options: input.options })
    const stay = new Set(options.map(optionKey))
    const retiredOptions = [...new Set([...before.retiredOptions, ...before.options])].filter(
      (option) => !stay.has(optionKey(option)),
    )
    await tx.question.update({
      where: scope.key(id),
      data: { ...input, options, retiredOptions, version: { increment: 1 } },
    })
    record('question.edited', id)
  })

/** A question in the words of the form that edits it. */
const asForm = (question: Question): Record<string, string> => ({
  label: question.label,
  labelEn: question.labelEn ?? '',
  why: question.why,
  whyEn: question.whyEn ?? '',
  options: question.options.join('\n'),
  required: question.required ? 'on' : '',
  sensitive: question.sensitive ? 'on' : '',
  audience: question.audience,
})

/** Takes a question off the form; what was answered stays, and `restoreQuestion` brings it back. */
export const removeQuestion = (scope: Scope, id: string) => setRemoved(scope, id, new Date(), 'question.removed')
export const restoreQuestion = (scope: Scope, id: string) => setRemoved(scope, id, null, 'question.restored')

const setRemoved = (scope: Scope, id: string, removedAt: Date | null, verb: string) =>
  change(scope, {}, async (tx, record) => {
    const { count } = await tx.question.updateMany({
      where: { ...scope.within, id, removedAt: removedAt ? null : { not: null } },
      data: { removedAt, version: { increment: 1 } },
    })
    if (count === 0) refuse('form.not-found')
    record(verb, id)
    return { id }
  })

/** Moves a question one place up or down among those on the form. */
export const moveQuestion = (scope: Scope, { id, way }: { id: string; way: 'up' | 'down' }) =>
  change(scope, {}, async (tx, record) => {
    const order = await tx.question.findMany({
      where: { ...scope.within, removedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const from = order.findIndex((question) => question.id === id)
    const to = way === 'up' ? from - 1 : from + 1
    if (from < 0) refuse('form.not-found')
    if (to < 0 || to >= order.length) refuse('entry.no-further')
    const moved = order.splice(from, 1)
    order.splice(to, 0, ...moved)
    for (const [position, question] of order.entries()) {
      await tx.question.update({ where: scope.key(question.id), data: { position: position + 1 } })
    }
    record('question.moved', id)
  })

function fitting({ kind, options }: Choices): string[] {
  if (kind !== 'choice' && kind !== 'several') return []
  const unique = new Set(options.map(optionKey))
  if (unique.size < 2 || unique.size !== options.length) refuse('entry.needs-choices', { field: 'options' })
  return options
}
