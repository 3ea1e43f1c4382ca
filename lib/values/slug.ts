/** Names that are rooms of the site itself and so cannot be a series' slug. */
export const reservedSlugs = new Set(
  'api organize ticket desk speaker crew stage signin signout invitation language about privacy new edit register recap draw feed sitemap robots healthz readyz zh en t d s c'.split(
    ' ',
  ),
)

/** Lower-case letters and digits joined by single dashes, at most 60. */
export const isSlug = (text: string): boolean => text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/** Makes a slug of Latin text: accents dropped, everything else a dash. May be empty. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
