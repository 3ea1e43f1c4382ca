import { listen } from '@/components/live/listen'
import { countDown, learnTime, turnPanes } from './clock'
import { rejoice } from './confetti'
import { hearKeys } from './keys'
import { look, stageOf } from './look'
import { passAlong } from './reel'
import { chime, ding } from './sound'

/** Now and then it looks without being told: the programme goes on by the clock. */
const lookEvery = 20_000
/** A stream that is opened anew is no lost connection. */
const patience = 4_000

/** Keeps the big screen up to date and moving. Answers how to stop. */
export function startStage(address: string): () => void {
  let skipping: (() => void) | null = null
  let looking = false
  let again = false
  let missing: ReturnType<typeof setTimeout> | undefined
  const skip = () => {
    const moving = skipping !== null
    skipping?.()
    return moving
  }
  const show = (moves: Moves) => {
    if (moves.claimed) ding()
    if (!moves.result || isStill() || document.hidden) return
    skip()
    skipping = reveal(() => {
      skipping = null
    })
  }
  const refresh = async () => {
    if (looking) {
      again = true
      return
    }
    looking = true
    let moves: Moves = { result: false, claimed: false }
    const reached = await look({
      before: (fresh) => {
        learnTime(fresh)
        moves = movesTo(fresh)
      },
      after: () => {
        turnPanes()
        countDown()
        show(moves)
      },
    })
    offline(!reached)
    looking = false
    if (again) {
      again = false
      void refresh()
    }
  }
  const connected = (now: boolean) => {
    clearTimeout(missing)
    missing = undefined
    if (!now) missing = setTimeout(() => offline(true), patience)
    else if (stageOf(document)?.hasAttribute('data-offline')) void refresh()
  }
  const shown = stageOf(document)
  if (shown) learnTime(shown)
  turnPanes()
  countDown()
  // Whoever is cut off before this listens hears no event.
  if (!navigator.onLine) offline(true)
  const stops = [
    listen(address, { news: refresh, connected }),
    hearKeys(skip),
    every(lookEvery, refresh),
    every(500, () => {
      turnPanes()
      countDown()
    }),
    on('online', refresh),
    on('offline', () => offline(true)),
    on('visibilitychange', () => (document.hidden ? skip() : void refresh())),
    keepAwake(),
  ]
  return () => {
    skip()
    clearTimeout(missing)
    for (const stop of stops) stop()
  }
}

type Moves = { result: boolean; claimed: boolean }

/** What will have happened once this picture is shown. */
function movesTo(fresh: HTMLElement): Moves {
  const [before, after] = [stageOf(document)?.querySelector('.draw'), fresh.querySelector('.draw')]
  const resultOf = (draw: Element | null | undefined) => draw?.getAttribute('data-result') ?? ''
  const claims = (draw: Element | null | undefined) => draw?.querySelectorAll('[data-status=claimed]').length ?? 0
  const result = resultOf(after) !== '' && resultOf(after) !== resultOf(before)
  return { result, claimed: !result && resultOf(after) === resultOf(before) && claims(after) > claims(before) }
}

/** Names pass along the line, one stops, a few tickets fly. Nobody's name is to be seen before it stands. */
function reveal(after: () => void): () => void {
  const draw = document.querySelector<HTMLElement>('.draw')
  const root = document.documentElement
  root.setAttribute('data-running', '')
  return passAlong({
    count: Number(draw?.dataset.count) || 1,
    words: draw?.dataset.number ?? '{n}',
    after: () => {
      root.removeAttribute('data-running')
      chime()
      after()
      if (!document.hidden) rejoice()
    },
  })
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

function offline(gone: boolean): void {
  stageOf(document)?.toggleAttribute('data-offline', gone)
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(() => !document.hidden && act(), ms)
  return () => clearInterval(timer)
}

function on(name: string, act: () => void): () => void {
  const target = name === 'visibilitychange' ? document : window
  target.addEventListener(name, act)
  return () => target.removeEventListener(name, act)
}

/** Asks the machine not to dim the screen, where it can be asked. */
function keepAwake(): () => void {
  const wake = () => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => {})
  }
  wake()
  return on('visibilitychange', wake)
}
