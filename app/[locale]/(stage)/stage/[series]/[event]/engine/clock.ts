import { stageOf } from './look'

/** How far the server's clock is ahead of this machine's, in ms: a laptop may be two days off. */
let ahead = 0

/** Learns the server's time from a picture that was fetched just now. */
export function learnTime(stage: HTMLElement): void {
  const told = Number(stage.dataset.now)
  if (Number.isFinite(told) && told > 0) ahead = told - Date.now()
}

const serverNow = (): number => Date.now() + ahead

const turn = 15_000

/** Which of the idle pictures is on: by the clock, so that a reload and a second screen show the same. */
export function turnPanes(): void {
  const panes = [...(stageOf(document)?.querySelectorAll('.stage-pane') ?? [])]
  const on = panes.length > 0 ? Math.floor(serverNow() / turn) % panes.length : 0
  for (const [index, pane] of panes.entries()) pane.toggleAttribute('data-on', index === on)
}

/** Writes the seconds that are left until a beacon's round; then says that it is out. */
export function countDown(): void {
  for (const clock of document.querySelectorAll<HTMLElement>('.draw-clock')) {
    const left = Math.ceil((Number(clock.dataset.until) - serverNow()) / 1000)
    const words = left > 0 ? String(left) : (clock.dataset.over ?? '')
    if (clock.textContent !== words) clock.textContent = words
  }
}
