import { randomUUID } from 'node:crypto'
import { Button } from '@/components/ui/button'
import type { RegistrationDesk } from '@/lib/registration/queries/public'
import { keptDays } from '@/lib/registration/rules'
import type { Typed } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'
import { PlainField, PlainTick } from './plain-field'
import { Problems, problemsOf } from './problems'

type Props = { desk: RegistrationDesk; locale: Locale; typed: Typed | null; nonce: string | undefined }

// A second press while the first is under way sends nothing; coming back to the page makes it usable again.
const once = `(()=>{const f=document.querySelector('form[data-once]');let sent=false;f.addEventListener('submit',e=>{if(sent)e.preventDefault();sent=true;f.setAttribute('aria-busy','true')});addEventListener('pageshow',()=>{sent=false;f.removeAttribute('aria-busy')});if(location.hash==='#problems')document.getElementById('problems')?.focus()})()`

/** The registration form: plain HTML to a stable address, so it works without a script and survives a deploy. */
export function RegistrationForm({ desk, locale, typed, nonce }: Props) {
  const t = words(locale, 'registration')
  const problems = problemsOf(typed, locale)
  const values = typed?.values ?? {}
  const full = desk.seatsLeft === 0 && !desk.approvalRequired
  const lead = desk.approvalRequired ? t('form.leadApproval') : full ? t('form.leadWaiting') : t('form.lead')
  return (
    <form method="post" action="/api/registrations" data-once="" noValidate className="mt-6 flex flex-col gap-6">
      <input type="hidden" name="event" value={desk.id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="requestKey" value={typed?.requestKey ?? randomUUID()} />
      <p className="text-lg">{lead}</p>
      <Problems typed={typed} locale={locale} />
      <PlainField
        name="name"
        label={t('form.name')}
        why={t('form.nameWhy')}
        problem={problems.name}
        defaultValue={values.name}
        autoComplete="name"
        enterKeyHint="next"
        maxLength={80}
      />
      <PlainField
        name="contact"
        label={t('form.contact')}
        why={t('form.contactWhy')}
        problem={problems.contact}
        defaultValue={values.contact}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={254}
      />
      <div className="flex flex-col gap-2">
        <PlainTick
          name="news"
          label={t('form.news')}
          why={t('form.newsWhy')}
          problem={problems.news}
          checked={values.news === 'on'}
        />
        <PlainTick
          name="photos"
          label={t('form.photos')}
          why={t('form.photosWhy')}
          problem={problems.photos}
          checked={values.photos === 'on'}
        />
      </div>
      <Button type="submit" className="min-h-12 w-full text-base font-bold in-aria-busy:opacity-50">
        {full ? t('form.submitWaiting') : t('form.submit')}
      </Button>
      <Privacy locale={locale} />
      <p>
        <a
          href={`/${locale}/${desk.series.slug}/${desk.slug}/find`}
          className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
        >
          {t('form.find')}
        </a>
      </p>
      <script nonce={nonce} suppressHydrationWarning>
        {once}
      </script>
    </form>
  )
}

function Privacy({ locale }: { locale: Locale }) {
  const t = words(locale, 'registration')
  return (
    <details className="border-y border-rule">
      <summary className="flex min-h-12 cursor-pointer items-center font-medium">{t('form.privacy')}</summary>
      <div className="flex flex-col gap-2 pb-4 text-sm">
        <p>{t('form.privacyName')}</p>
        <p>{t('form.privacyContact')}</p>
        <p>{t('form.privacyKept', { days: keptDays })}</p>
      </div>
    </details>
  )
}
