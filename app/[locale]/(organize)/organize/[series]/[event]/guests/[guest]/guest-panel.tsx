import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Address } from '@/components/ui/address'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Fact, Facts } from '@/components/ui/facts'
import { ChevronLeft, ChevronRight, X } from '@/components/ui/icons'
import type { EventScope } from '@/lib/people/scope'
import type { Alike } from '@/lib/registration/queries/alike'
import type { Guest, GuestHistory } from '@/lib/registration/queries/guest'
import type { GuestAnswer } from '@/lib/registration/queries/questions'
import type { GuestFilter } from '@/lib/registration/schema/guests'
import { clockText, dayText } from '@/lib/values/when'
import { type Locale, words } from '@/lib/words/load'
import { edit } from '../actions'
import { guestsAddress } from '../address'
import { Standing } from '../guest-list'
import { ManageForms } from '../manage'
import { Answered } from './answered'
import { History } from './history'
import { MaybeSame } from './maybe-same'

type Props = {
  scope: EventScope<'guests.view'>
  locale: Locale
  filter: GuestFilter
  guest: Guest
  history: GuestHistory
  neighbours: { before: string | null; after: string | null }
  answers: GuestAnswer[]
  alike: Alike[]
}

/** One guest beside the list, alone on a phone: facts, what can be done, what happened. */
export function GuestPanel({ scope, locale, filter, guest, history, neighbours, answers, alike }: Props) {
  const t = words(locale, 'guests')
  return (
    <section
      aria-labelledby="guest-name"
      className="min-w-0 border-pigment lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:border-l-4 lg:pl-6"
    >
      <Ways {...{ scope, locale, filter, neighbours }} />
      <h1 id="guest-name" className="break-words text-2xl font-bold">
        {guest.name}
      </h1>
      <p className="mb-4 mt-1">
        <Standing row={guest} timeZone={scope.timeZone} locale={locale} />
      </p>
      <GuestFacts guest={guest} timeZone={scope.timeZone} locale={locale} />
      <Answered answers={answers} locale={locale} />
      <MaybeSame alike={alike} to={(id) => guestsAddress(scope, locale, filter, { guest: id })} locale={locale} />
      {!guest.erased && (
        <>
          <Disclosure summary={t('panel.edit')} className="mt-2">
            <ActionForm
              key={guest.version}
              action={edit}
              hidden={{ event: scope.eventId, id: guest.id, version: guest.version }}
              submit={t('panel.save')}
            >
              <TextField
                name="name"
                label={words(locale, 'registration')('guests.name')}
                defaultValue={guest.name}
                required
                autoComplete="off"
                maxLength={80}
              />
              <TextField
                name="contact"
                label={words(locale, 'registration')('guests.contact')}
                hint={t('panel.editHint')}
                defaultValue={guest.contact}
                required
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={254}
              />
            </ActionForm>
          </Disclosure>
          <h2 className="mt-6 text-lg font-bold">{t('panel.actions')}</h2>
          <ManageForms row={guest} eventId={scope.eventId} locale={locale} />
        </>
      )}
      <h2 className="mt-8 mb-2 text-lg font-bold">{t('panel.history')}</h2>
      <History lines={history} timeZone={scope.timeZone} locale={locale} />
    </section>
  )
}

function Ways({ scope, locale, filter, neighbours }: Pick<Props, 'scope' | 'locale' | 'filter' | 'neighbours'>) {
  const t = words(locale, 'guests')
  const to = (id: string | null) => (id ? guestsAddress(scope, locale, filter, { guest: id }) : undefined)
  return (
    <nav aria-label={t('panel.facts')} className="mb-3 flex items-center gap-1">
      <ButtonLink look="quiet" href={guestsAddress(scope, locale, filter)}>
        <X aria-hidden="true" className="size-4" />
        {t('panel.list')}
      </ButtonLink>
      <span className="ml-auto flex">
        {neighbours.before && (
          <ButtonLink
            look="quiet"
            href={to(neighbours.before)}
            rel="prev"
            aria-label={t('panel.before')}
            title={t('panel.before')}
            className="min-w-11"
          >
            <ChevronLeft aria-hidden="true" className="size-5" />
          </ButtonLink>
        )}
        {neighbours.after && (
          <ButtonLink
            look="quiet"
            href={to(neighbours.after)}
            rel="next"
            aria-label={t('panel.after')}
            title={t('panel.after')}
            className="min-w-11"
          >
            <ChevronRight aria-hidden="true" className="size-5" />
          </ButtonLink>
        )}
      </span>
    </nav>
  )
}

function GuestFacts({ guest, timeZone, locale }: { guest: Guest; timeZone: string; locale: Locale }) {
  const t = words(locale, 'guests')
  const r = words(locale, 'registration')
  const at = (instant: Date) =>
    `${dayText({ startsAt: instant, timeZone }, locale, new Date())} ${clockText(instant, timeZone, locale)}`
  const consents = [
    guest.newsConsentAt && r('guests.consents.news'),
    guest.photoConsentAt && r('guests.consents.photos'),
  ]
  return (
    <Facts>
      <Fact label={t('panel.contact')}>
        <span className="wrap-anywhere">
          {guest.erased ? r('refusals.erased') : <Address>{guest.contact}</Address>}
        </span>
        {!guest.erased && (
          <span className="block text-sm font-normal text-muted">
            {guest.contactProvedAt ? t('panel.proved', { at: at(guest.contactProvedAt) }) : t('panel.notProved')}
          </span>
        )}
      </Fact>
      <Fact label={t('panel.code')}>
        <span className="tabular">{guest.ticketCode}</span>
      </Fact>
      <Fact label={t('panel.registered')}>{at(guest.createdAt)}</Fact>
      {guest.confirmedAt && <Fact label={t('panel.confirmed')}>{at(guest.confirmedAt)}</Fact>}
      {guest.endedAt && <Fact label={t('panel.ended')}>{at(guest.endedAt)}</Fact>}
      {guest.cameInAt && <Fact label={t('panel.came')}>{at(guest.cameInAt)}</Fact>}
      <Fact label={t('panel.language')}>{r(guest.locale === 'en' ? 'guests.en' : 'guests.zh')}</Fact>
      <Fact label={t('panel.consents')}>{consents.filter(Boolean).join(' · ') || t('panel.noConsents')}</Fact>
      {guest.offerExpiresAt && <Fact label={t('panel.offer')}>{at(guest.offerExpiresAt)}</Fact>}
      {guest.jumpReason && <Fact label={t('panel.jump')}>{guest.jumpReason}</Fact>}
      {guest.noticeVersion === 0 && <Fact label={t('panel.notice')}>{t('panel.noticeNever')}</Fact>}
    </Facts>
  )
}
