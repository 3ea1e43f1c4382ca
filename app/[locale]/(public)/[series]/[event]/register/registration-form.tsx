import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ChevronDown } from '@/components/ui/icons'
import type { RegistrationDesk } from '@/lib/registration/queries/public'
import { fieldOf, isFor } from '@/lib/registration/rules/questions'
import { ballotIsAhead, keptDays } from '@/lib/registration/rules/seats'
import { inLanguage } from '@/lib/values/language'
import { instantText } from '@/lib/values/when'
import { type Typed, typedText } from '@/lib/web/typed'
import { type Locale, words } from '@/lib/words/load'
import { QuestionFields } from '../../../../question-fields'
import { PlainField, PlainTick } from './plain-field'
import { Problems, problemsOf } from './problems'

type Props = {
  desk: RegistrationDesk
  locale: Locale
  typed: Typed | null
  nonce: string | undefined
  /** The invitation that the address carried, or ''. */
  code: string
  children?: ReactNode
}

// A second press while the first is under way sends nothing; coming back to the page makes it usable again.
const once = `(()=>{const f=document.querySelector('form[data-once]');let sent=false;f.addEventListener('submit',e=>{if(sent)e.preventDefault();sent=true;f.setAttribute('aria-busy','true')});addEventListener('pageshow',()=>{sent=false;f.removeAttribute('aria-busy')});if(location.hash==='#problems')document.getElementById('problems')?.focus()})()`

/** The registration form: plain HTML to a stable address, so it works without a script and survives a deploy. */
export function RegistrationForm({ desk, locale, typed, nonce, code, children }: Props) {
  const t = words(locale, 'registration')
  const problems = problemsOf(typed, locale)
  const text = (name: string) => typedText(typed, name)
  const way = wayIn(desk)
  const invited = (text('code') ?? code) !== '' || way === 'invitation'
  return (
    <form method="post" action="/api/registrations" data-once="" noValidate className="mt-6 flex flex-col gap-6">
      <input type="hidden" name="event" value={desk.id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="requestKey" value={typed?.requestKey ?? randomUUID()} />
      <p className="text-lg">{leadOf(desk, invited, locale)}</p>
      <Problems typed={typed} locale={locale} labels={labelsOf(desk, locale)} />
      <PlainField
        name="name"
        label={t('form.name')}
        why={t('form.nameWhy')}
        problem={problems.name}
        defaultValue={text('name')}
        autoComplete="name"
        enterKeyHint="next"
        maxLength={80}
      />
      <PlainField
        name="contact"
        label={t('form.contact')}
        why={t('form.contactWhy')}
        problem={problems.contact}
        defaultValue={text('contact')}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={254}
      />
      <Code given={text('code') ?? code} way={way} problem={problems.code} locale={locale} />
      <QuestionFields
        questions={desk.questions.filter((question) => isFor(question, invited))}
        values={typed?.values ?? {}}
        problems={problems}
        locale={locale}
      />
      <div className="flex flex-col gap-2">
        <PlainTick
          name="news"
          label={t('form.news')}
          why={t('form.newsWhy')}
          problem={problems.news}
          checked={text('news') === 'on'}
        />
        <PlainTick
          name="photos"
          label={t('form.photos')}
          why={t('form.photosWhy')}
          problem={problems.photos}
          checked={text('photos') === 'on'}
        />
      </div>
      <Button type="submit" className="min-h-12 w-full text-base font-bold in-aria-busy:opacity-50">
        {submitOf(desk, invited, locale)}
      </Button>
      <Privacy locale={locale} asks={desk.questions.length > 0} />
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
      {children}
    </form>
  )
}

/** What each field is called, for the summary of what is wrong. */
function labelsOf(desk: RegistrationDesk, locale: Locale): Record<string, string> {
  const t = words(locale, 'registration')
  const asked = desk.questions.map((question) => [
    fieldOf(question),
    inLanguage(locale, question.label, question.labelEn),
  ])
  return { ...Object.fromEntries(asked), name: t('form.name'), contact: t('form.contact'), code: t('form.code') }
}

/** The invitation: asked for where it is the way in, folded away elsewhere. */
function Code({ given, way, problem, locale }: { given: string; way: Way; problem?: string; locale: Locale }) {
  const t = words(locale, 'registration')
  const needed = way === 'invitation'
  const field = (
    <PlainField
      name="code"
      label={t('form.code')}
      why={t(needed ? 'form.codeWhy' : 'form.codeHint')}
      problem={problem}
      defaultValue={given}
      required={needed}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      maxLength={40}
    />
  )
  if (needed) return field
  return (
    <details open={given !== '' || problem !== undefined}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-sm [&::-webkit-details-marker]:hidden">
        {t('form.codeHave')}
        <ChevronDown
          aria-hidden="true"
          className="size-4 transition-transform duration-150 [details[open]>summary>&]:rotate-180"
        />
      </summary>
      {field}
    </details>
  )
}

type Way = 'invitation' | 'ballot' | 'approval' | 'full' | 'open'

function wayIn(desk: RegistrationDesk): Way {
  if (desk.entryMode === 'invitation') return 'invitation'
  if (ballotIsAhead(desk)) return 'ballot'
  if (desk.approvalRequired) return 'approval'
  return desk.seatsLeft === 0 ? 'full' : 'open'
}

function leadOf(desk: RegistrationDesk, invited: boolean, locale: Locale): string {
  const t = words(locale, 'registration')
  const until = desk.ballotEndsAt ? instantText(desk.ballotEndsAt, desk.timeZone, locale) : ''
  const leads = { invitation: 'leadInvitation', approval: 'leadApproval', full: 'leadWaiting', open: 'lead' } as const
  const way = wayIn(desk)
  const asks = desk.questions.some((question) => question.required && isFor(question, invited))
  if (way === 'open' && asks) return t('form.leadAsked')
  return way === 'ballot' ? t('form.leadBallot', { until }) : t(`form.${leads[way]}`)
}

function submitOf(desk: RegistrationDesk, invited: boolean, locale: Locale): string {
  const t = words(locale, 'registration')
  const way = invited ? 'open' : wayIn(desk)
  return t(way === 'full' ? 'form.submitWaiting' : way === 'ballot' ? 'form.submitBallot' : 'form.submit')
}

function Privacy({ locale, asks }: { locale: Locale; asks: boolean }) {
  const t = words(locale, 'registration')
  return (
    <details className="border-y border-rule">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-medium [&::-webkit-details-marker]:hidden">
        {t('form.privacy')}
        <ChevronDown
          aria-hidden="true"
          className="size-4 transition-transform duration-150 [details[open]>summary>&]:rotate-180"
        />
      </summary>
      <div className="flex flex-col gap-2 pb-4 text-sm">
        <p>{t('form.privacyName')}</p>
        <p>{t('form.privacyContact')}</p>
        {asks && <p>{t('form.privacyAnswers')}</p>}
        <p>{t('form.privacyKept', { days: keptDays })}</p>
      </div>
    </details>
  )
}
