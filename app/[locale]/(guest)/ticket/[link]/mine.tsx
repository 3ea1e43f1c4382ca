import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextField, Tick } from '@/components/form/fields'
import { ButtonLink } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Fact, Facts } from '@/components/ui/facts'
import { keptDays } from '@/lib/registration/rules/seats'
import { clockText, dayText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { cancelTicket, editTicket, eraseTicket } from './actions'
import { Bring } from './bring'
import { HandOver } from './hand-over'
import type { Shown } from './standing'

/** What the holder may do: keep the link, change details, give the seat up, see and erase what is known. */
export function Mine({ address, answers, ...shown }: Shown & { address: string | null; answers: ReactNode }) {
  const { ticket, standing, locale, link, inWeChat } = shown
  const t = words(locale, 'registration')
  const live = ['confirmed', 'waitlisted', 'pending', 'ballot'].includes(standing)
  const hasPass = standing === 'confirmed' || standing === 'in' || standing === 'over'
  return (
    <div className="mt-8 border-t border-rule">
      {address && (
        <Part>
          <div className="flex flex-wrap gap-3">
            <CopyButton text={address} done={t('ticket.copied')}>
              {t('ticket.copyLink')}
            </CopyButton>
            {hasPass && !inWeChat && (
              <ButtonLink look="line" href={`/api/tickets/${link}/qr`} download={`${ticket.ticketCode}.png`}>
                {t('ticket.saveQr')}
              </ButtonLink>
            )}
          </div>
          <p className="mt-2 text-sm text-muted">
            {hasPass && inWeChat && `${t('ticket.saveQrWechat')} `}
            {t('ticket.copyHint')}
          </p>
        </Part>
      )}
      <Part>
        <Disclosure summary={t('ticket.edit')}>
          <ActionForm action={editTicket} hidden={{ link }} submit={t('ticket.editSubmit')}>
            <TextField name="name" label={t('ticket.name')} defaultValue={ticket.name} required autoComplete="name" />
            <Tick name="news" label={t('ticket.news')} defaultChecked={ticket.newsConsentAt !== null} />
            <Tick name="photos" label={t('ticket.photos')} defaultChecked={ticket.photoConsentAt !== null} />
          </ActionForm>
        </Disclosure>
      </Part>
      {answers}
      <Bring {...shown} />
      {live && (
        <Part>
          <HandOver {...shown} />
        </Part>
      )}
      {live && (
        <Part>
          <Disclosure summary={t('ticket.cancel')}>
            <p className="mb-3">{t(standing === 'confirmed' ? 'ticket.cancelLead' : 'ticket.cancelLeadWaiting')}</p>
            <ActionForm action={cancelTicket} hidden={{ link }} submit={t('ticket.cancelSubmit')} look="bad" />
          </Disclosure>
        </Part>
      )}
      <Part>
        <Disclosure summary={t('ticket.data')}>
          <MyData {...shown} />
        </Disclosure>
      </Part>
    </div>
  )
}

const Part = ({ children }: { children: ReactNode }) => (
  <div className="border-b border-rule py-2 [&_summary]:-ml-2">{children}</div>
)

function MyData({ ticket, locale, link }: Shown) {
  const t = words(locale, 'registration')
  const { timeZone } = ticket.event
  const at = (instant: Date) =>
    `${dayText({ startsAt: instant, timeZone }, locale, new Date())} ${clockText(instant, timeZone, locale)}`
  const agreed = (since: Date | null) => (since ? t('ticket.yes', { at: at(since) }) : t('ticket.no'))
  return (
    <>
      <p className="mb-3">{t('ticket.dataLead', { days: keptDays })}</p>
      <Facts>
        <Fact label={t('ticket.dataName')}>{ticket.name}</Fact>
        <Fact label={t('ticket.dataContact')}>{ticket.contact}</Fact>
        <Fact label={t('ticket.dataSince')}>{at(ticket.createdAt)}</Fact>
        <Fact label={t('ticket.dataNews')}>{agreed(ticket.newsConsentAt)}</Fact>
        <Fact label={t('ticket.dataPhotos')}>{agreed(ticket.photoConsentAt)}</Fact>
      </Facts>
      <h2 className="mb-1 mt-6 font-bold">{t('ticket.erase')}</h2>
      <p className="mb-3">{t('ticket.eraseLead')}</p>
      <ActionForm action={eraseTicket} hidden={{ link }} submit={t('ticket.eraseSubmit')} look="bad">
        <TextField
          name="word"
          label={t('ticket.eraseLabel', { word: t('ticket.eraseWord') })}
          required
          autoComplete="off"
          autoCapitalize="none"
        />
      </ActionForm>
    </>
  )
}
