import { Button, ButtonLink } from '@/components/ui/button'
import type { SessionView } from '@/lib/draws/queries/view'
import { allWords, type Locale, words } from '@/lib/words/load'

/** Computing it again: in this browser with one press, or by oneself with the record and a page that works offline. */
export function DrawCheck({ view, at, locale }: { view: SessionView; at: string; locale: Locale }) {
  const t = words(locale, 'draws')
  const bundle = `/api/draws/bundle/${at}/${view.id}`
  return (
    <>
      <h3 id="check" className="mt-8 text-lg font-bold">
        {t('public.check')}
      </h3>
      <p className="mt-1 text-muted">{t('public.checkLead')}</p>
      <div
        className="hat-check mt-3"
        data-check={bundle}
        data-words={JSON.stringify(allWords(locale).verify)}
        data-checking={words(locale, 'verify')('checking')}
        data-failed={t('public.failed')}
      >
        <Button hidden suppressHydrationWarning>
          {t('public.checkButton')}
        </Button>
        <div data-out="" aria-live="polite" suppressHydrationWarning />
      </div>
      <h3 className="mt-8 text-lg font-bold">{t('public.self')}</h3>
      <p className="mt-1 text-muted">{t('public.selfLead')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink look="line" href={bundle} download>
          {t('public.bundle')}
        </ButtonLink>
        <ButtonLink look="line" href="/verify/hat1.html" download>
          {t('public.verifier')}
        </ButtonLink>
        <ButtonLink look="line" href={`${bundle}?as=sh`} download>
          {t('public.shell')}
        </ButtonLink>
      </div>
      <p className="mt-4 text-sm text-muted">
        {t('public.head')} <span className="font-mono break-all">{view.head}</span>
      </p>
    </>
  )
}
