/** Attributes that the engine sets itself: the server's picture does not know them. */
const own = new Set(['data-on', 'data-running', 'data-offline'])

/**
 * Turns what is shown into a fresh picture of the same page, changing only what differs, so that nothing flickers and
 * nothing that stays arrives a second time. Things with another `data-key` are other things.
 */
export function morph(shown: Element, fresh: Element): void {
  for (const { name, value } of [...fresh.attributes]) {
    if (!own.has(name) && shown.getAttribute(name) !== value) shown.setAttribute(name, value)
  }
  for (const { name } of [...shown.attributes]) {
    if (!own.has(name) && !fresh.hasAttribute(name)) shown.removeAttribute(name)
  }
  const [before, after] = [[...shown.childNodes], [...fresh.childNodes]]
  after.forEach((next, index) => {
    const old = before[index]
    if (!old) shown.append(document.importNode(next, true))
    else if (!isSame(old, next)) old.replaceWith(document.importNode(next, true))
    else if (old instanceof Element && next instanceof Element) morph(old, next)
    else if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue
  })
  for (const old of before.slice(after.length)) old.remove()
}

const isSame = (a: Node, b: Node): boolean =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b)

const keyOf = (node: Node): string | null =>
  node instanceof Element ? (node.getAttribute('data-key') ?? node.getAttribute('class')) : null
