import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react'
import satori from 'satori'
import { type FaceName, face, faceNames } from '@/lib/media/fonts/face'
import type { Box } from '@/lib/values/boxes'

/** Marks an element whose place the line must keep free; satori hands keys back with the layout. */
export const KEEP = 'keep'
export const QR = 'qr'

type Typeset = { readonly svg: string; readonly keepOut: readonly Box[]; readonly qr: Box | null }

type Sheet = { readonly width: number; readonly height: number; readonly words: Readonly<Record<FaceName, string>> }

/** A box of satori's; children stand in a row unless the style says otherwise. */
export function box(key: string, style: CSSProperties, ...children: ReactNode[]): ReactElement {
  return createElement('div', { key, style: { display: 'flex', ...style } }, ...children)
}

/** The families a text of this face asks for: marks, then Latin, then Chinese. */
export function family(name: FaceName): string {
  return `${name}-marks, ${name}-latin, ${name}`
}

/**
 * Sets the tree as outlines (no text, no font and no address is left in the SVG) and tells where
 * the words stand. Only fonts of the installed packages are used: satori is given no way to ask for more.
 */
export async function typeset(tree: ReactElement, sheet: Sheet): Promise<Typeset> {
  const places: { key: string; box: Box }[] = []
  const svg = await satori(tree, {
    width: sheet.width,
    height: sheet.height,
    fonts: faceNames.flatMap((name) => fontsOf(name, sheet.words[name])),
    onNodeDetected: ({ key, left, top, width, height }) => {
      if (typeof key === 'string') places.push({ key, box: { x: left, y: top, width, height } })
    },
  })
  return {
    svg,
    keepOut: places.filter(({ key }) => key.startsWith(KEEP) || key === QR).map((place) => place.box),
    qr: places.find(({ key }) => key === QR)?.box ?? null,
  }
}

/** A dot between and an apostrophe, which a Chinese face draws as wide as a character. */
const narrow = /[\u00b7\u2018\u2019]/

/** Latin in its own file, which keeps its kerning; marks from a Latin face; all other glyphs in a third one. */
function fontsOf(name: FaceName, words: string) {
  const marks = [...words].filter((character) => narrow.test(character)).join('')
  const latin = [...words].filter((character) => /[\u0020-\u007e\u00a0-\u00ff]/.test(character)).join('')
  const rest = [...words].filter((character) => !latin.includes(character)).join('')
  return [
    { name: `${name}-marks`, data: face('barlow').fontOfOnly(marks) },
    { name: `${name}-latin`, data: face(name).fontFor(latin) },
    { name, data: face(name).fontFor(rest) },
  ].flatMap((font) =>
    font.data ? [{ name: font.name, data: font.data, style: 'normal' as const, weight: 400 as const }] : [],
  )
}
