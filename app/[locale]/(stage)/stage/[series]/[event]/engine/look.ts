import { morph } from './morph'

const patience = 15_000

export const stageOf = (page: Document): HTMLElement | null => page.getElementById('stage')

/** The style sheets of a page by name: they change with every release, and then the whole page is loaded anew. */
const stylesOf = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    (link) => link.getAttribute('href')?.split('?')[0] ?? '',
  )

/** Fetches this very page again; `changed` runs before and after what differs is put in. Answers whether it could. */
export async function look(changed: { before: (fresh: HTMLElement) => void; after: () => void }): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' }, signal })
    if (!answer.ok) return false
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [fresh, shown] = [stageOf(page), stageOf(document)]
    if (!fresh || !shown) return false
    const known = stylesOf(document)
    if (known.length > 0 && stylesOf(page).some((sheet) => !known.includes(sheet))) {
      location.reload()
      return true
    }
    changed.before(fresh)
    morph(shown, fresh)
    changed.after()
    return true
  } catch {
    return false
  }
}
