import { z } from 'zod'
import { line, optionalLink, paragraphs, wholeNumber } from '@/lib/values/fields'
import { inLanguage } from '@/lib/values/language'
import { isUuid } from '@/lib/values/uuid'

/** A question as forms show it and answers are read by it. */
export type Question = {
  id: string
  kind: 'text' | 'choice' | 'several' | 'number' | 'link'
  label: string
  labelEn: string | null
  why: string
  whyEn: string | null
  options: string[]
  retiredOptions: string[]
  required: boolean
  sensitive: boolean
  audience: 'everyone' | 'public' | 'invited'
}
/** What somebody answered to one question: one text, or the choices that were ticked. */
export type Given = { questionId: string; given: string[] }
/** What a form sent about questions: which ones it showed, and what was filled in, by field. */
export type Sent = { shown: string[]; values: Record<string, string[]> }
type Problem = { code: string; params: Record<string, string | number> }

/** How long sensitive answers are kept after the event ended, in days; the others go with the contacts. */
export const sensitiveDays = 14
/** So many questions may stand on the form at a time. */
export const mostQuestions = 20
const longestAnswer = 500

const prefix = 'q-'
export const fieldOf = (question: Pick<Question, 'id'>): string => `${prefix}${question.id}`
const isAnswerField = (name: string): boolean => name.startsWith(prefix) || name === 'shown'

/** Is a question for those who come with an invitation, or for those without one? */
export const isFor = ({ audience }: Pick<Question, 'audience'>, invited: boolean): boolean =>
  audience === 'everyone' || audience === (invited ? 'invited' : 'public')

/** A choice in the reader's language: "中文 | English". Its first half is what is kept. */
export const optionText = (option: string, locale: string): string => {
  const [own = '', other] = option.split('|').map((text) => text.trim())
  return inLanguage(locale, own, other || null)
}
export const optionKey = (option: string): string => (option.split('|')[0] ?? '').trim()

/** Takes what a form sent about questions out of it; `rest` is what the other readers know. */
export function sentIn(data: FormData | URLSearchParams): { sent: Sent; rest: FormData | URLSearchParams } {
  const rest = data instanceof URLSearchParams ? new URLSearchParams() : new FormData()
  const values: Sent['values'] = {}
  for (const [name, value] of data) {
    if (!isAnswerField(name)) (rest as FormData).append(name, value)
    else if (name !== 'shown' && typeof value === 'string') values[name] = [...(values[name] ?? []), value]
  }
  const shown = data.get('shown')
  return { sent: { shown: typeof shown === 'string' ? shown.split(',').filter(isUuid) : [], values }, rest }
}

/** A form without questions need not ask for them. */
export const sentNothing = ({ shown, values }: Sent): boolean => shown.length === 0 && Object.keys(values).length === 0

/**
 * Reads answers against the questions as they are now. Whoever filled in an older form loses nothing: what it did not
 * show is not missed, a choice that was taken away since still counts, and answers to a question that is gone are kept
 * when `questions` holds it (removed ones too) and left out otherwise.
 */
export function readAnswers(
  questions: readonly (Question & { removed: boolean })[],
  sent: Sent,
): { given: Given[]; problems: Record<string, Problem> } {
  const given: Given[] = []
  const problems: Record<string, Problem> = {}
  for (const question of questions) {
    const field = fieldOf(question)
    const texts = [...new Set((sent.values[field] ?? []).map((text) => text.trim()).filter(Boolean))]
    if (texts.length === 0) {
      const missed = question.required && !question.removed && sent.shown.includes(question.id)
      if (missed) problems[field] = { code: 'empty', params: {} }
      continue
    }
    const result = shapeOf(question).safeParse(question.kind === 'several' ? texts : texts[0])
    if (result.success) given.push({ questionId: question.id, given: [result.data].flat() })
    else problems[field] = problemOf(result.error.issues[0])
  }
  return { given, problems }
}

function shapeOf(question: Question): z.ZodType<string | string[]> {
  const known = new Set([...question.options, ...question.retiredOptions].map(optionKey))
  const one = z.string().refine((text) => known.has(text), 'not-a-choice')
  switch (question.kind) {
    case 'text':
      return paragraphs(longestAnswer)
    case 'choice':
      return one
    case 'several':
      return z.array(one).max(30, 'not-a-choice')
    case 'number':
      return wholeNumber(-1_000_000_000, 1_000_000_000).transform(String)
    case 'link':
      return optionalLink().pipe(line(500))
  }
}

function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  const params = (issue as { params?: Problem['params'] } | undefined)?.params ?? {}
  return { code: issue && /^[a-z-]+$/.test(issue.message) ? issue.message : 'wrong', params }
}
