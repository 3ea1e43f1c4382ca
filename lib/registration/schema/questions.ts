import { z } from 'zod'
import { checkbox, choice, id, line, otherLanguage, paragraphs, version } from '@/lib/values/fields'

export const questionKinds = ['text', 'choice', 'several', 'number', 'link'] as const
export const audiences = ['everyone', 'public', 'invited'] as const

/** Choices, one a line; "中文 | English". */
const options = () =>
  paragraphs(3_000)
    .transform((text) =>
      text
        .split('\n')
        .map((option) => option.trim())
        .filter(Boolean),
    )
    .refine((lines) => lines.length <= 30 && lines.every((option) => option.length <= 200), 'too-long')

const question = {
  label: line(120),
  labelEn: otherLanguage(160),
  why: line(200),
  whyEn: otherLanguage(240),
  options: options(),
  required: checkbox(),
  sensitive: checkbox(),
  audience: choice(audiences),
}

/** A question as an organiser adds it. */
export const newQuestionSchema = z.object({ kind: choice(questionKinds), ...question })
export type NewQuestion = z.output<typeof newQuestionSchema>

/** A question as it should read from now on; its kind stays. */
export const editQuestionSchema = z.object({ id: id(), version: version(), ...question })
export type EditQuestion = z.output<typeof editQuestionSchema>

/** One question. */
export const oneQuestionSchema = z.object({ id: id() })

/** One question, one place further. */
export const moveQuestionSchema = z.object({ id: id(), way: choice(['up', 'down']) })
