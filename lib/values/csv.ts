/** The sign that makes Excel read a file as UTF-8. */
export const byteOrderMark = '\ufeff'

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, "CSV injection"); a phone number keeps its plus, because
 * of a plus and digits no formula can be made.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(text: string): string {
  const harmless = /^\+\d{1,15}$/.test(text)
  const safe = !harmless && /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
