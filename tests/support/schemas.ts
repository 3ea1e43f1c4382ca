import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../../scripts/machine/places.mjs'
import type { Door } from './doors'
import { allSources } from './sources'

export type Shape = Record<string, z.ZodType>
export type Form = { file: string; name: string; shape: Shape }

/** Every form that the parts describe: the exported objects of their schema files. */
export async function allForms(): Promise<Form[]> {
  const files = allSources().filter(({ path }) => /^lib\/\w+\/schema(\/[\w-]+)?\.ts$/.test(path))
  const found = await Promise.all(
    files.map(async ({ path }) => {
      const exported = (await import(join(ROOT, path))) as Record<string, unknown>
      return Object.entries(exported).flatMap(([name, value]) =>
        value instanceof z.ZodObject ? [{ file: path, name, shape: value.shape as Shape }] : [],
      )
    }),
  )
  return found.flat()
}

/** The form of an action; null when it is written in the action itself. */
export const formOf = (door: Door, forms: Form[]): Form | null =>
  forms.find(({ file, name }) => file === door.input?.file && name === door.input.name) ?? null

const takes = (field: z.ZodType, value: unknown): boolean => field.safeParse(value).success

/** Does the field take several values of its name? */
export const isList = (field: z.ZodType): boolean =>
  takes(field, []) || takes(field, ['x']) || takes(field, [randomUUID()])

/** Does it take words of any kind, not only numbers, dates, choices or ids? */
export const isText = (field: z.ZodType): boolean => takes(field, 'a few words')

/** Does it take the id of a row, alone or in a list, and no other words? */
export const isId = (field: z.ZodType): boolean =>
  [(text: string) => text, (text: string) => [text]].some(
    (sent) => takes(field, sent(randomUUID())) && !['a few words', 'a-word'].some((text) => takes(field, sent(text))),
  )

const HOUR = new Date(Date.now() + 20 * 86_400_000).toISOString()
const LIKELY = [
  'A word',
  '2',
  '1',
  'on',
  'a-word',
  `${HOUR.slice(0, 10)}T14:00`,
  HOUR.slice(0, 10),
  '14:00',
  'somebody@example.com',
  '+8613800138000',
  'https://example.com/',
  '31.2304, 121.4737',
  'Asia/Shanghai',
  'shanghai',
  '0'.repeat(64),
  'd1',
  'zh',
  '',
]

/** The choices of a closed set, also where others stand beside it. */
function choices(field: z.ZodType): string[] {
  if (field instanceof z.ZodEnum) return field.options.map(String)
  if (field instanceof z.ZodLiteral) return [...field.values].map(String)
  if (field instanceof z.ZodUnion) return (field.options as z.ZodType[]).flatMap(choices)
  if (field instanceof z.ZodArray) return choices(field.element as z.ZodType)
  if (field instanceof z.ZodPipe) return choices(field.def.in as z.ZodType)
  const inner = (field.def as { innerType?: z.ZodType }).innerType
  return inner ? choices(inner) : []
}

/** A value that the field takes, as a form would send it; undefined when nothing likely fits. */
export function likely(field: z.ZodType): string | string[] | undefined {
  const candidates = [...choices(field).filter(Boolean), ...LIKELY, randomUUID()]
  const one = candidates.find((value) => takes(field, value))
  if (one !== undefined) return one
  const many = candidates.find((value) => takes(field, [value]))
  return many === undefined ? undefined : [many]
}

/** A whole form that its schema takes as far as fields go: rules between fields, and whether ids exist, are open. */
export const filled = (shape: Shape): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const value = likely(field)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
