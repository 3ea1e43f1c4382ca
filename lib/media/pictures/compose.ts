import type { CSSProperties, ReactElement } from 'react'
import { displayFaceOf } from '@/lib/media/fonts/display-font'
import { type FaceName, face } from '@/lib/media/fonts/face'
import { ground, pigments } from '@/lib/values/pigments'
import { drawable, type Fitted, fit, fitName, widthOf } from './fit'
import type { Plan, PosterStop } from './formats'
import { box, family, KEEP, QR } from './typeset'

const LATIN_TRACKING = 0.06
const TITLE_LEADING = 1.28
const FACT_LEADING = 1.5

export type Composition = { readonly tree: ReactElement; readonly words: Readonly<Record<FaceName, string>> }

type Colours = { readonly ink: string; readonly muted: string; readonly pigment: string; readonly paper: string }

/** Puts the stop's words on the plan: what stands where, and how large. */
export function compose(stop: PosterStop, plan: Plan): Composition {
  const tones = ground[plan.ground]
  const colours = { ...tones, pigment: pigments[stop.pigment][plan.ground] }
  const words = sayable(stop)
  const title = plan.titles.length > 0 && words.title ? fit(words.title, 'bold', plan.column, plan.titles) : null
  const facts = factsOf(words, plan)
  const head = headRow(words, plan, colours)
  const foot = footRow(title, facts, plan, colours)
  const underCity = plan.titleStands === 'under-city' ? titleHeight(title, plan) : 0
  const room = plan.height - 2 * plan.margin - head.height - foot.height - underCity - 2 * plan.gap
  const city = cityBlock(words, plan, colours, room)
  const middle = box(
    'middle',
    { flexDirection: 'column', alignItems: 'flex-start', justifyContent: 'center', flexGrow: 1 },
    ...city,
    ...(plan.titleStands === 'under-city' && title ? [titleBox(title, plan, colours)] : []),
  )
  const tree = box(
    'sheet',
    { width: plan.width, height: plan.height, padding: plan.margin, boxSizing: 'border-box', flexDirection: 'column' },
    head.element,
    middle,
    foot.element,
  )
  return { tree, words: wordsByFace(words) }
}

type Fact = { readonly text: Fitted; readonly tone: 'ink' | 'muted' }

type Words = ReturnType<typeof sayable>

/** The stop's words without what no face can draw; a city that vanishes is named in Latin instead. */
function sayable(stop: PosterStop) {
  const clean = (text: string) => drawable(text, ['bold'])
  const cityIn = (text: string) => drawable(text, [displayFaceOf(text)])
  const latin = drawable(stop.cityLatin, ['barlow']).toUpperCase()
  const own = cityIn(stop.city) || latin || clean(stop.badge)
  const cityFace = displayFaceOf(own)
  const city = cityFace === 'barlow' ? own.toUpperCase() : own
  return {
    badge: clean(stop.badge),
    date: clean(stop.dateText),
    title: clean(stop.title),
    venue: clean(stop.venueText),
    free: clean(stop.freeText),
    city,
    cityFace,
    latin: latin === city ? '' : latin,
  }
}

function wordsByFace(words: Words): Record<FaceName, string> {
  const spoken = `${words.badge}${words.date}${words.title}${words.venue}${words.free}… `
  const byFace = { huangyou: '', barlow: words.latin, heavy: '', text: spoken, bold: spoken }
  return { ...byFace, [words.cityFace]: byFace[words.cityFace] + words.city }
}

function headRow(words: Words, plan: Plan, colours: Colours) {
  const room = plan.width - 2 * plan.margin
  const badge = fit(words.badge, 'bold', room * 0.45, [plan.badge, plan.badge * 0.8, plan.badge * 0.65], 1)
  const padding = Math.round(plan.badge * 0.36)
  const height = Math.round(plan.badge * 1.2) + 2 * padding
  const used = widthOf(words.badge, 'bold') * badge.size + 4 * padding + 2 * plan.gap
  const date = fit(
    words.date,
    'bold',
    room - used,
    [1, 0.9, 0.8, 0.7, 0.6].map((share) => plan.date * share),
    1,
  )
  const stands = plan.width > plan.height || plan.qr > 0
  const mark = box(
    `${KEEP}-badge`,
    {
      height,
      alignItems: 'center',
      padding: `0 ${Math.round(padding * 1.5)}px`,
      borderRadius: Math.round(plan.badge * 0.22),
      backgroundColor: colours.pigment,
      color: colours.paper,
      maxWidth: room * 0.5,
      ...line(badge, 'bold', 1.2),
    },
    badge.text,
  )
  const day =
    words.date && stands
      ? [box(`${KEEP}-date`, { color: colours.ink, maxWidth: room - used, ...line(date, 'bold', 1.2) }, date.text)]
      : []
  const element = box(
    'head',
    { justifyContent: 'space-between', alignItems: 'center', height },
    words.badge ? mark : box('no-badge', {}),
    ...day,
  )
  return { element, height }
}

/** The date goes where the venue stands on pictures too narrow to have it in the head. */
function factsOf(words: Words, plan: Plan): Fact[] {
  if (plan.facts.length === 0) return []
  const inFoot = plan.width <= plan.height && plan.qr === 0 ? [words.date] : [words.venue, words.free]
  const room = plan.qr > 0 ? plan.width - 2 * plan.margin - plan.qr - plan.gap : plan.width - 2 * plan.margin
  const lines = plan.qr > 0 ? 2 : 1
  return inFoot
    .filter((text) => text !== '')
    .map((text, index) => ({ text: fit(text, 'bold', room, plan.facts, lines), tone: index === 0 ? 'ink' : 'muted' }))
}

function footRow(title: Fitted | null, facts: readonly Fact[], plan: Plan, colours: Colours) {
  const titleHere = plan.titleStands === 'over-facts' ? title : null
  const oneRow = plan.qr === 0 && facts.length > 1 && rowWidth(facts, plan) < plan.width - 2 * plan.margin
  const lines = facts.map(({ text, tone }, index) =>
    clamped(`${KEEP}-fact-${index}`, text, 'bold', FACT_LEADING, {
      color: colours[tone],
      ...(oneRow ? { marginRight: plan.gap } : {}),
    }),
  )
  const heights = facts.map(({ text }) => Math.round(text.size * FACT_LEADING) * text.lines)
  const factHeight = oneRow ? Math.max(...heights) : heights.reduce((sum, height) => sum + height, 0)
  const texts = titleHeight(titleHere, plan) + factHeight
  const column = box(
    'foot-text',
    { flexDirection: 'column', alignItems: 'flex-start', flexShrink: 1, paddingRight: plan.qr > 0 ? plan.gap : 0 },
    ...(titleHere ? [titleBox(titleHere, plan, colours)] : []),
    ...(oneRow ? [box('facts', { alignItems: 'baseline' }, ...lines)] : lines),
  )
  const square = plan.qr > 0 ? [box(QR, { width: plan.qr, height: plan.qr, flexShrink: 0 })] : []
  const element = box(
    'foot',
    { justifyContent: 'space-between', alignItems: 'flex-end', width: '100%' },
    column,
    ...square,
  )
  return { element, height: Math.max(texts, plan.qr) }
}

function rowWidth(facts: readonly Fact[], plan: Plan): number {
  return facts.reduce((sum, { text }) => sum + widthOf(text.text, 'bold') * text.size * 1.03 + plan.gap, 0)
}

function titleHeight(title: Fitted | null, plan: Plan): number {
  return title ? title.lines * Math.round(title.size * TITLE_LEADING) + Math.round(plan.gap * 0.8) : 0
}

function titleBox(title: Fitted, plan: Plan, colours: Colours): ReactElement {
  const before =
    plan.titleStands === 'under-city'
      ? { marginTop: Math.round(plan.gap * 0.8) }
      : { marginBottom: Math.round(plan.gap * 0.4) }
  return clamped(`${KEEP}-title`, title, 'bold', TITLE_LEADING, {
    color: colours.ink,
    maxWidth: plan.column,
    ...before,
  })
}

function cityBlock(words: Words, plan: Plan, colours: Colours, room: number): ReactElement[] {
  const latinWidth = widthOf(words.latin, 'barlow', LATIN_TRACKING)
  const latin = words.latin ? Math.min(plan.latin, Math.floor(plan.column / latinWidth)) : 0
  const leading = words.cityFace === 'huangyou' ? 1 : words.cityFace === 'barlow' ? 0.92 : 1.12
  const height = room - Math.round(latin * 1.06)
  const name = fitName(words.city, words.cityFace, { width: plan.column, height, largest: plan.city, leading })
  const rows = name.lines.map((text, index) => {
    const shift = -Math.round(face(words.cityFace).measure(text).inkLeft * name.size)
    const style = {
      color: colours.ink,
      fontFamily: family(words.cityFace),
      fontSize: name.size,
      lineHeight: leading,
      marginLeft: shift,
      whiteSpace: 'nowrap' as const,
    }
    return box(`${KEEP}-city-${index}`, style, text)
  })
  if (!latin) return rows
  const below = {
    color: colours.pigment,
    fontFamily: family('barlow'),
    fontSize: latin,
    lineHeight: 1,
    letterSpacing: LATIN_TRACKING * latin,
    marginTop: Math.round(latin * 0.06),
    whiteSpace: 'nowrap' as const,
  }
  return [...rows, box(`${KEEP}-latin`, below, words.latin)]
}

function line(text: Fitted, name: FaceName, leading: number): CSSProperties {
  return {
    fontFamily: family(name),
    fontSize: text.size,
    lineHeight: leading,
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    overflow: 'hidden',
  }
}

function clamped(key: string, text: Fitted, name: FaceName, leading: number, style: CSSProperties): ReactElement {
  const lineHeight = Math.round(text.size * leading) / text.size
  return box(
    key,
    {
      display: 'block',
      fontFamily: family(name),
      fontSize: text.size,
      lineHeight,
      lineClamp: text.lines,
      whiteSpace: 'pre-wrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      ...style,
    },
    text.text,
  )
}
