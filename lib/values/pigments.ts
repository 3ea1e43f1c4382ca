import { hashOf } from './seed'

/** A traditional pigment: one tone for paper, one for night. */
type PigmentTones = { readonly light: string; readonly night: string }

/** Twelve pigments, one a city. Every tone reads as text (≥ 4.5 : 1) on its own ground. */
export const pigments = {
  cinnabar: { light: '#C2361F', night: '#FF8A70' },
  carmine: { light: '#A8274B', night: '#FF8FAE' },
  ochre: { light: '#8F4A1E', night: '#E9A66F' },
  gamboge: { light: '#7A5A00', night: '#F2C230' },
  malachite: { light: '#0F6B4F', night: '#4FD3A2' },
  bamboo: { light: '#3F6B1F', night: '#A6D86B' },
  azurite: { light: '#1B5AA6', night: '#7DB8FF' },
  indigo: { light: '#22456E', night: '#93B8E6' },
  gentian: { light: '#5A3EA6', night: '#B9A3FF' },
  lotus: { light: '#8A3F86', night: '#EBA0E6' },
  verdigris: { light: '#0B6570', night: '#57CEDB' },
  dai: { light: '#37474F', night: '#B0C0C8' },
} as const satisfies Record<string, PigmentTones>

export type Pigment = keyof typeof pigments

export const pigmentNames = Object.keys(pigments) as Pigment[]

/** The grounds and inks that pictures share with the pages. */
export const ground = {
  light: { paper: '#F6F2E9', ink: '#17211E', muted: '#5B6561', rule: '#DDD6C6', faint: '#E2DDD1' },
  night: { paper: '#10171A', ink: '#F6F2E9', muted: '#9BA8A4', rule: '#2A3336', faint: '#222B2E' },
} as const

export function isPigment(name: string): name is Pigment {
  return Object.hasOwn(pigments, name)
}

/** The pigment an event has until somebody chooses another: by its slug's hash. */
export function pigmentFor(slug: string): Pigment {
  return pigmentNames[hashOf(slug) % pigmentNames.length] ?? 'cinnabar'
}

/** The pigment of a stored name; cinnabar for one that is not known. */
export const pigmentOf = (name: string): Pigment => (isPigment(name) ? name : 'cinnabar')
