import { toggleSound, wakeSound } from './sound'

const onwards = new Set([' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Enter'])

/**
 * The keys of a presenter: any that goes on or back skips what is moving, B blackens the screen, F fills it, S sounds.
 * A key typed into a field, with a modifier, or while signs are being composed does only what it does there.
 */
export function hearKeys(skip: () => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]')
    if (typing || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return
    wakeSound()
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (onwards.has(key)) {
      event.preventDefault()
      skip()
    } else if (key === 'b' || key === '.') document.documentElement.toggleAttribute('data-black')
    else if (key === 's') toggleSound()
    else if (key === 'f') fill()
    else return
    event.preventDefault()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

function fill(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  done.catch(() => {})
}
