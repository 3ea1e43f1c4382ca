/** The twelve traditional pigments, one a city: by day on paper, by night on the stage. */
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
} as const

export type Pigment = keyof typeof pigments
export const pigmentNames = Object.keys(pigments) as [Pigment, ...Pigment[]]

/** The pigment of a stored name; cinnabar for one that is not known. */
export const pigmentOf = (name: string) => pigments[name as Pigment] ?? pigments.cinnabar

/** The pigment that a slug gets by itself: FNV-1a over its characters. */
export function pigmentFor(slug: string): Pigment {
  let hash = 0x811c9dc5
  for (const character of slug) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return pigmentNames[(hash >>> 0) % pigmentNames.length] ?? 'cinnabar'
}
