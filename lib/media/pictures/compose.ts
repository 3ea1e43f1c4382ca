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

type Composition = { readonly tree: ReactElement; readonly words: Readonly<Record<FaceName, string>> }

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

/** The stop's words without what no face can draw; a city that would lose a letter is named in Latin instead. */
function sayable(stop: PosterStop) {
  const clean = (text: string) => drawable(text, ['bold'])
  const cityIn = (text: string) => drawable(text, [displayFaceOf(text)])
  const latin = drawable(stop.cityLatin, ['barlow']).toUpperCase()
  const whole = lettersOf(cityIn(stop.city)) === lettersOf(stop.city.normalize('NFC'))
  const own = (whole && cityIn(stop.city)) || latin || cityIn(stop.city)
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

const lettersOf = (text: string) => text.replace(/\P{L}/gu, '')

function wordsByFace(words: Words): Record<FaceName, string> {
  const spoken = `${words.badge}${words.date}${words.title}${words.venue}${words.free}… `
  const byFace = { huangyou: '', barlow: words.latin, heavy: '', text: spoken, bold: spoken }
  return { ...byFace, [words.cityFace]: byFace[words.cityFace] + words.city }
}

function headRow(words: Words, plan: Plan, colours: Colours) {
  const room = plan.width - 2 * plan.margin
  const mark = badgeMark(words, plan, colours)
  const left = room - mark.width - 2 * plan.gap
  const stands = words.date !== '' && !datesInFoot(plan)
  const element = box(
    'head',
    { justifyContent: 'space-between', alignItems: 'center', height: mark.height },
    mark.element,
    ...(stands ? [dateText(words, plan, { colour: colours.ink, room: left })] : []),
  )
  return { element, height: mark.height }
}

function badgeMark({ badge }: Words, plan: Plan, colours: Colours) {
  const most = (plan.width - 2 * plan.margin) * 0.45
  const text = fit(badge, 'bold', most, [plan.badge, plan.badge * 0.8, plan.badge * 0.65], 1)
  const padding = Math.round(plan.badge * 0.54)
  const height = Math.round(plan.badge * 1.92)
  if (badge === '') return { element: box('no-badge', {}), width: 0, height }
  const plate = { height, alignItems: 'center', padding: `0 ${padding}px`, borderRadius: Math.round(plan.badge * 0.22) }
  const style = { ...plate, backgroundColor: colours.pigment, color: colours.paper, maxWidth: most + 2 * padding }
  const width = Math.min(most, widthOf(badge, 'bold') * text.size) + 2 * padding
  return { element: box(`${KEEP}-badge`, { ...style, ...line(text, 'bold', 1.2) }, badge), width, height }
}

function dateText({ date }: Words, plan: Plan, { colour, room }: { colour: string; room: number }): ReactElement {
  const sizes = [1, 0.9, 0.8, 0.7, 0.6].map((share) => plan.date * share)
  const text = fit(date, 'bold', room, sizes, 1)
  return box(`${KEEP}-date`, { color: colour, maxWidth: room, ...line(text, 'bold', 1.2) }, date)
}

/** The date stands in the foot of a picture too narrow to have it beside the badge. */
function datesInFoot(plan: Plan): boolean {
  return plan.width <= plan.height && plan.qr === 0
}

function factsOf(words: Words, plan: Plan): Fact[] {
  if (plan.facts.length === 0) return []
  const inFoot = datesInFoot(plan) ? [words.date] : [words.venue, words.free]
  const lines = plan.qr > 0 ? 2 : 1
  return inFoot
    .filter((text) => text !== '')
    .map((text, index) => ({
      text: fit(text, 'bold', factRoom(plan), plan.facts, lines),
      tone: index === 0 ? 'ink' : 'muted',
    }))
}

function footRow(title: Fitted | null, facts: readonly Fact[], plan: Plan, colours: Colours) {
  const titleHere = plan.titleStands === 'over-facts' ? title : null
  const oneRow = plan.qr === 0 && facts.length > 1 && rowWidth(facts, plan) < plan.width - 2 * plan.margin
  const lines = facts.map(({ text, tone }, index) =>
    clamped(`${KEEP}-fact-${index}`, text, tone === 'ink' ? 'bold' : 'text', FACT_LEADING, {
      color: colours[tone],
      maxWidth: factRoom(plan),
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

/** The width left of the code, or all of it. */
function factRoom({ width, margin, qr, gap }: Plan): number {
  return width - 2 * margin - (qr > 0 ? qr + gap : 0)
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
      wordBreak: 'break-word',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      ...style,
    },
    text.text,
  )
}
