const tags: Record<string, string> = { zh: 'zh-CN', en: 'en-GB' }

/** An amount in the smallest unit of its currency, as people write it: ¥1,299 · CN¥1,299. Whole amounts without cents. */
export const moneyText = (minor: number, currency: string | null, locale: string): string =>
  new Intl.NumberFormat(tags[locale] ?? 'zh-CN', {
    style: 'currency',
    currency: currency ?? 'CNY',
    minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(minor / 100)
