/**
 * When the server goes away in the middle of a refresh, the framework loads the whole page instead, and the browser would
 * put its own error in the place of everything that was known. This keeps the page; `goOn`, called once the server is
 * there, loads it anew if that is owed. Where the browser cannot hold a page, nothing changes.
 */
export function stayPut(): { goOn: () => void; stop: () => void } {
  const navigation = 'navigation' in window ? window.navigation : null
  let owed = false
  const hold = (event: NavigateEvent) => {
    const { destination, navigationType, userInitiated, cancelable } = event
    const same = !destination.sameDocument && destination.url === location.href
    if (!same || userInitiated || !cancelable || navigationType === 'reload') return
    event.preventDefault()
    owed = true
  }
  navigation?.addEventListener('navigate', hold)
  return {
    goOn: () => {
      if (owed) location.reload()
    },
    stop: () => navigation?.removeEventListener('navigate', hold),
  }
}
