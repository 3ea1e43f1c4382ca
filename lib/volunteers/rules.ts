import { refuse } from '@/lib/values/refusal'
import { words } from '@/lib/words/load'
import { longest } from './schema'

const most = 40

/**
 * Reads names from one line: 高超、夜猫, April; spaces inside a name stay. Each name once. Refuses
 * `volunteers.too-many-names` above forty and `volunteers.name-too-long`.
 */
export function readNames(text: string): string[] {
  const pieces = text.split(/[、,，;；\n]/).map((piece) => piece.trim())
  const names = [...new Set(pieces.filter((piece) => piece !== ''))]
  if (names.length > most) refuse('volunteers.too-many-names', { field: 'names', values: { most } })
  if (names.some((name) => [...name].length > longest.name)) {
    refuse('volunteers.name-too-long', { field: 'names', values: { most: longest.name } })
  }
  if (names.length === 0) refuse('volunteers.no-names', { field: 'names' })
  return names
}

/** Is this somebody's name, or what holds a piece of work open in a stop that was started from the last one? */
export const isSomebody = (name: string): boolean =>
  !(['zh', 'en'] as const).some((locale) => words(locale, 'tour')('start.crewPlaceholder') === name)
