import { z } from 'zod'

/** What a form shows after its action answered; `values` is what the person typed, and is never lost. */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; fields: Record<string, string>; values: FormValues }
  | { status: 'refused'; code: string; message: string; field?: string; values: FormValues }
  | { status: 'changed'; version: number; current: Record<string, string>; values: FormValues }
  | { status: 'done'; at: number; message?: string; subject?: string }

export type FormValues = Record<string, string | string[]>
export const idle: FormState = { status: 'idle' }

/** Why a field is wrong: a code whose words stand in `form.fields`, and the bounds those words mention. */
export type Problem = { code: string; params: Record<string, string | number> }
export type Reading<T> =
  | { ok: true; input: T; values: FormValues }
  | { ok: false; problems: Record<string, Problem>; values: FormValues }

/** A posted form: FormData, or the URLSearchParams of one without files. */
export type Sent = {
  keys(): Iterable<string>
  get(name: string): unknown
  getAll(name: string): unknown[]
}

const maxKeys = 300

/**
 * Reads a posted form against a schema. Unknown and repeated fields are problems, not ignored; React's own `$ACTION`
 * fields and the three the wrappers read themselves are left out. A file reaches the schema as it is; among the values it
 * is '', as no form can be given one back.
 */
export function readForm<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  data: Sent,
): Reading<z.output<z.ZodObject<Shape>>> {
  const values: FormValues = {}
  const problems: Record<string, Problem> = {}
  const files: Record<string, File> = {}
  const keys = [...new Set(data.keys())].filter(
    (key) => !key.startsWith('$ACTION') && (!reserved.has(key) || key in schema.shape),
  )
  for (const key of keys.slice(0, maxKeys)) {
    const sent = data.getAll(key).map((value) => (typeof value === 'string' ? value : ''))
    const many = isList(schema.shape[key] as z.ZodType | undefined)
    values[key] = many ? sent : (sent[0] ?? '')
    const file = data.get(key)
    if (file instanceof File) files[key] = file
    if (!(key in schema.shape)) problems[key] = { code: 'unknown', params: {} }
    else if (!many && sent.length > 1) problems[key] = { code: 'repeated', params: {} }
  }
  if (keys.length > maxKeys) problems[''] = { code: 'unknown', params: {} }
  const given = { ...values, ...files }
  const known = Object.fromEntries(Object.entries(given).filter(([key]) => key in schema.shape))
  const result = schema.safeParse(known)
  for (const issue of result.error?.issues ?? []) problems[String(issue.path[0] ?? '')] ??= problemOf(issue)
  if (!result.success || Object.keys(problems).length > 0) return { ok: false, problems, values }
  return { ok: true, input: result.data, values }
}

/** Fields that the wrappers read: which event or link, the key of a repeatable write, a proof of work; a schema may claim one for itself. */
export const reserved = new Set(['event', 'series', 'link', 'requestKey', 'proof'])

function isList(type: z.ZodType | undefined): boolean {
  if (type instanceof z.ZodArray) return true
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault ? isList(type.def.innerType as z.ZodType) : false
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'custom') {
    return { code: issue.message, params: (issue.params as Problem['params'] | undefined) ?? {} }
  }
  if (issue.code === 'too_big') return { code: 'too-long', params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { code: 'empty', params: {} }
  if (issue.code === 'invalid_type') return { code: 'empty', params: {} }
  return { code: /^[a-z-]+$/.test(issue.message) ? issue.message : 'wrong', params: {} }
}
