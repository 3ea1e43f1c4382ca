/** The few ways in which the checking screen makes elements; text only, never markup. */
type Child = Node | string | null
type Attributes = Record<string, string>

export function h(tag: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}

/** A sentence of the dictionary with its values. */
export const fill = (words: string, values: Record<string, string | number>): string =>
  words.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))

/** A ruled list of facts. */
export const facts = (rows: [string, Child][]): HTMLElement =>
  h('dl', { class: 'hat-facts' }, ...rows.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))))

export const code = (text: string): HTMLElement => h('code', {}, text)

/** A field with its button; what `answer` says stands below it, aloud for those who listen. */
export function ask(label: string, submit: string, answer: (typed: string) => Child[]): HTMLElement {
  const field = h('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' })
  const out = h('div', { role: 'status' })
  const form = h(
    'form',
    { class: 'hat-ask' },
    h('label', {}, label, field),
    h('button', { type: 'submit' }, submit),
    out,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    out.replaceChildren(...answer((field as HTMLInputElement).value.trim()).filter((child) => child !== null))
  })
  return form
}
