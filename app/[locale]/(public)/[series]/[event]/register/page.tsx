import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Fact, Facts } from '@/components/ui/facts'
import { publishedEvent } from '@/lib/people/scope'
import { findDesk, type RegistrationDesk } from '@/lib/registration/queries/public'
import { ballotIsAhead } from '@/lib/registration/rules/seats'
import { inLanguage } from '@/lib/values/language'
import { spanText } from '@/lib/values/when'
import { typedBefore } from '@/lib/web/typed'
import { currentNonce } from '@/lib/web/visit'
import { type Locale, words } from '@/lib/words/load'
import { stopOf } from '../../../load'
import { FormFrame } from './frame'
import { ProofOfWork } from './proof-of-work'
import { RegistrationForm } from './registration-form'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('form.title'), robots: { index: false } }
}

export default publicPage(async ({ params, search, locale }) => {
  const { tour, stop } = await stopOf({ params, locale }, (path) => `${path}/register`)
  const event = (await publishedEvent({ id: stop.id })) ?? notFound()
  const [desk, typed, nonce] = await Promise.all([findDesk(event), typedBefore(search.again), currentNonce()])
  const t = words(locale, 'registration')
  const open = desk.openness === 'open'
  return (
    <FormFrame tour={tour} stop={stop} locale={locale} title={open ? t('form.title') : t('closed.title')}>
      <div className="mt-6">
        <DeskFacts desk={desk} locale={locale} />
      </div>
      {open ? (
        <RegistrationForm
          desk={desk}
          locale={locale}
          typed={typed}
          nonce={nonce}
          code={(search.code ?? '').slice(0, 40)}
        >
          {typed?.refused === 'registration.prove' && <ProofOfWork event={event} nonce={nonce} />}
        </RegistrationForm>
      ) : (
        <Closed desk={desk} locale={locale} />
      )}
    </FormFrame>
  )
})

function DeskFacts({ desk, locale }: { desk: RegistrationDesk; locale: Locale }) {
  const t = words(locale, 'registration')
  const seats = seatsText(desk, locale)
  return (
    <Facts>
      <Fact label={t('form.when')}>
        <time dateTime={desk.startsAt.toISOString()}>{spanText(desk, locale, new Date())}</time>
      </Fact>
      <Fact label={t('form.where')}>
        {desk.venue ? inLanguage(locale, desk.venue.name, desk.venue.nameEn) : t('form.whereOpen')}
      </Fact>
      {desk.openness === 'open' && (
        <Fact label={t('form.seats')}>
          <span className="tabular">{seats}</span>
        </Fact>
      )}
    </Facts>
  )
}

function seatsText(desk: RegistrationDesk, locale: Locale): string {
  const t = words(locale, 'registration')
  if (desk.entryMode === 'invitation') return t('form.seatsInvitation')
  if (ballotIsAhead(desk)) return t('form.seatsBallot')
  if (desk.approvalRequired) return t('form.seatsApproval')
  return desk.seatsLeft > 0 ? t('form.seatsLeft', { count: desk.seatsLeft }) : t('form.seatsFull')
}

function Closed({ desk, locale }: { desk: RegistrationDesk; locale: Locale }) {
  const t = words(locale, 'registration')
  if (desk.openness === 'open') return null
  return (
    <>
      <p className="mt-6 text-lg">{t(`closed.${desk.openness}`)}</p>
      <p className="mt-4">
        <a
          href={`/${locale}/${desk.series.slug}/${desk.slug}/find`}
          className="inline-flex min-h-11 items-center underline decoration-pigment decoration-2 underline-offset-4 hover:decoration-ink"
        >
          {t('form.find')}
        </a>
      </p>
    </>
  )
}
