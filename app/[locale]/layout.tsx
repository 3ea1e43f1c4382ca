// First, so that all pages come by the same road to what they share: docs/decisions/0024.
import '@/lib/web/page'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { config } from '@/lib/config'
import { isLocale, languageTag, words } from '@/lib/words/load'
import '../globals.css'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const name = words(locale, 'site')('name')
  return {
    metadataBase: new URL(config().SITE_URL),
    title: { default: name, template: `%s · ${name}` },
    icons: '/icon.svg',
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f2e9' },
    { media: '(prefers-color-scheme: dark)', color: '#10171a' },
  ],
}

// Before the first paint, so that a remembered appearance does not flash.
const appearance = `try{var t=localStorage.getItem('appearance');if(t)document.documentElement.dataset.theme=t}catch(e){}`

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={languageTag[locale]} suppressHydrationWarning>
      <body className="min-h-dvh bg-paper text-ink antialiased">
        <script nonce={nonce} data-own="" suppressHydrationWarning>
          {appearance}
        </script>
        {children}
      </body>
    </html>
  )
}
