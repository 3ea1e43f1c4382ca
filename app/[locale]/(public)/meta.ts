import type { Metadata } from 'next'
import { config } from '@/lib/config'
import { type Locale, languageTag } from '@/lib/words/load'

export const absolute = (path: string) => `${config().SITE_URL}${path}`

type Told = {
  locale: Locale
  /** The path without its language. */
  path: string
  title: string
  description: string
  /** Absolute. */
  image?: string | undefined
  siteName: string
  type?: 'website' | 'article'
}

/** Title, description, canonical address, both languages and the picture that is shown where a link is shared. */
export function metaOf({ locale, path, title, description, image, siteName, type = 'website' }: Told): Metadata {
  const url = absolute(`/${locale}${path}`)
  return {
    title: { absolute: title },
    description,
    alternates: {
      canonical: url,
      languages: { 'zh-CN': absolute(`/zh${path}`), en: absolute(`/en${path}`), 'x-default': absolute(path || '/') },
    },
    openGraph: {
      type,
      url,
      title,
      description,
      siteName,
      locale: languageTag[locale].replace('-', '_'),
      ...(image ? { images: [{ url: image, width: 1200, height: 630, alt: title }] } : {}),
    },
    twitter: {
      card: image ? 'summary_large_image' : 'summary',
      title,
      description,
      ...(image ? { images: [image] } : {}),
    },
  }
}
