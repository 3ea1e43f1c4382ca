'use client'

import { Arrival } from '@/components/brand/arrival'
import { Button, ButtonLink } from '@/components/ui/button'
import en from '@/lib/words/en/site.json'
import zh from '@/lib/words/zh/site.json'

/** Something nobody could act on; the reference finds it in the log. What broke in the browser has none. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const english = document.documentElement.lang === 'en'
  const t = (english ? en : zh).error
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-5">
      <Arrival end />
      <h1 className="text-3xl font-bold">{t.title}</h1>
      <p className="text-muted">{error.digest ? t.lead.replace('{reference}', error.digest) : t.leadHere}</p>
      <div className="flex gap-3">
        {/* The whole page anew: one that was open while the site was updated asks for pieces that are gone. */}
        <Button onClick={() => location.reload()}>{t.retry}</Button>
        <ButtonLink look="line" href={english ? '/en' : '/zh'}>
          {t.home}
        </ButtonLink>
      </div>
    </main>
  )
}
