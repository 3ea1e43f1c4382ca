import type { CSSProperties, ElementType } from 'react'
import { emsOf, linesOf, scriptOf, shareOf } from './city-width'

type CityNameProps = {
  readonly city: string
  /** Left out where it says the same again. */
  readonly latin?: string
  /** The element it is on this page. */
  readonly as?: 'h1' | 'h2' | 'p'
  /** Addresses of the fonts with just these glyphs; without them the system's heaviest face is used. */
  readonly fonts?: { readonly city?: string | undefined; readonly latin?: string | undefined }
}

/** The city as large as its column allows, and its Latin name below in pigment. */
export function CityName({ city, latin, as = 'h1', fonts = {} }: CityNameProps) {
  const Name: ElementType = as
  const below = latin && latin.toLowerCase() !== city.toLowerCase() ? latin : undefined
  const lines = linesOf(city)
  return (
    <Name className="brand-city" style={sizes(lines, below)}>
      <CityFont address={fonts.city} />
      <CityFont address={below && fonts.latin} />
      <span className="brand-city-name" data-script={scriptOf(city)} style={family(fonts.city)}>
        {lines.map((line, index) => (
          <span key={line} className="brand-city-line">
            {index > 0 && ' '}
            {line}
          </span>
        ))}
      </span>
      {below && (
        <span className="brand-city-latin" style={family(fonts.latin)}>
          {' '}
          {below}
        </span>
      )}
    </Name>
  )
}

/** One `@font-face` a file, in the document's head once however often it is used. */
function CityFont({ address }: { readonly address: string | undefined }) {
  if (!address) return null
  const rule = `@font-face{font-family:${familyOf(address)};src:url("${encodeURI(address)}") format("woff2");font-display:swap}`
  return (
    <style href={familyOf(address)} precedence="brand">
      {rule}
    </style>
  )
}

function family(address: string | undefined): CSSProperties | undefined {
  return address ? { fontFamily: `${familyOf(address)}, var(--brand-city-face)` } : undefined
}

/** A family named after the file, whose name is a hash of its glyphs. */
function familyOf(address: string): string {
  return `city-${address.replace(/^.*\//, '').replace(/\W.*$/, '')}`
}

function sizes(lines: readonly string[], below: string | undefined): CSSProperties {
  const variables: Record<`--${string}`, string> = {
    ...(below ? { '--latin-ems': emsOf(`${below} `).toFixed(2) } : {}),
    '--city-ems': Math.max(...lines.map(emsOf)).toFixed(2),
    '--city-share': String(shareOf(lines)),
  }
  return variables
}
