import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { config } from '@/lib/config'
import { publishedEvent } from '@/lib/people/scope'
import { type Typed, typedBefore, typedText } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'
import { stopOf } from '../../../load'
import { FormFrame } from '../register/frame'
import { PlainField } from '../register/plain-field'
import { Problems, problemsOf } from '../register/problems'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('find.title'), robots: { index: false } }
}

export default publicPage(async ({ params, search, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, (path) => `${path}/find`)
  if (!(await publishedEvent({ id: stop.id }))) notFound()
  const t = words(locale, 'registration')
  const { done } = search
  const titles: Record<string, string> = { erased: t('find.erasedTitle'), handed: t('find.handedTitle') }
  const title = done ? (titles[done] ?? t('find.sentTitle')) : t('find.title')
  return (
    <FormFrame tour={tour} stop={stop} locale={locale} title={title}>
      {done ? (
        <Done done={done} again={`/${locale}/${tour.slug}/${stop.slug}/find`} locale={locale} />
      ) : (
        <FindForm eventId={stop.id} locale={locale} typed={await typedBefore(search.again)} />
      )}
    </FormFrame>
  )
})

function Done({ done, again, locale }: { done: string; again: string; locale: Locale }) {
  const t = words(locale, 'registration')
  const mails = config().SMTP_URL !== undefined
  if (done === 'handed') return <p className="mt-6 text-lg">{t(mails ? 'find.handed' : 'find.handedHand')}</p>
  if (done === 'erased') return <p className="mt-6 text-lg">{t('find.erased')}</p>
  return (
    <div className="mt-6 flex flex-col gap-4">
      <p className="text-lg">{t(mails ? 'find.sent' : 'find.written')}</p>
      {mails && <p className="text-muted">{t('find.sentHand')}</p>}
      <p>
        <a
          href={again}
          className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
        >
          {t('find.again')}
        </a>
      </p>
    </div>
  )
}

function FindForm({ eventId, locale, typed }: { eventId: string; locale: Locale; typed: Typed | null }) {
  const t = words(locale, 'registration')
  return (
    <form method="post" action="/api/registrations/find" noValidate className="mt-6 flex flex-col gap-6">
      <input type="hidden" name="event" value={eventId} />
      <input type="hidden" name="locale" value={locale} />
      <p className="text-lg">{t('find.lead')}</p>
      <Problems typed={typed} locale={locale} labels={{ contact: t('form.contact') }} />
      <PlainField
        name="contact"
        label={t('form.contact')}
        problem={problemsOf(typed, locale).contact}
        defaultValue={typedText(typed, 'contact')}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        maxLength={254}
      />
      <Button type="submit" className="min-h-12 w-full text-base font-bold">
        {t('find.submit')}
      </Button>
    </form>
  )
}
