import { ActionForm } from '@/components/form/action-form'
import { Choice, TextField } from '@/components/form/fields'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/facts'
import { config } from '@/lib/config'
import type { OrganizedHold } from '@/lib/registration/queries/entry'
import { codeKinds, holdKinds } from '@/lib/registration/schema/entry'
import { instantText } from '@/lib/values/when'
import { words } from '@/lib/words/load'
import { giveBack, keepSeats } from './actions'
import type { Of } from './mode'

type Props = Of & { holds: OrganizedHold[]; page: string }

/** Seats that are set aside, who they are for, how they are opened, and how to give them back. */
export function Holds({ eventId, entry, holds, page, locale }: Props) {
  const t = words(locale, 'entry')
  const { capacity, heldSeats } = entry
  return (
    <>
      <p className="mb-4 text-sm text-muted">{t('holds.lead')}</p>
      {heldSeats > 0 && (
        <p className="tabular mb-3 font-medium">
          {t('holds.numbers', { capacity, open: capacity - heldSeats, held: heldSeats })}
        </p>
      )}
      {holds.length === 0 && <Empty>{t('holds.empty')}</Empty>}
      <ul className="border-t border-rule empty:hidden">
        {holds.map((hold) => (
          <li key={hold.id} className="border-b border-rule py-2">
            <Hold hold={hold} eventId={eventId} entry={entry} page={page} locale={locale} />
          </li>
        ))}
      </ul>
      <Disclosure summary={t('holds.add')} look="line" className="mt-4">
        <NewHold eventId={eventId} locale={locale} />
      </Disclosure>
    </>
  )
}

function Hold({ hold, eventId, entry, page, locale }: Omit<Props, 'holds'> & { hold: OrganizedHold }) {
  const t = words(locale, 'entry')
  const { kind, name, seats, taken, expiresAt, closedAt, codes } = hold
  const until = closedAt
    ? t('holds.closed')
    : expiresAt && t('holds.until', { at: instantText(expiresAt, entry.timeZone, locale) })
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 break-words font-medium">
          {name} <span className="text-sm font-normal text-muted">{t(`holds.kinds.${kind}`)}</span>
        </p>
        <p className="tabular text-sm">{t('holds.taken', { taken, seats })}</p>
      </div>
      {until && <p className="tabular text-sm text-muted">{until}</p>}
      {!closedAt && (
        <div className="-ml-2 flex flex-wrap items-start gap-x-2">
          {codes.length > 0 && (
            <Disclosure
              summary={t('holds.codes', { count: codes.length })}
              label={`${name}: ${t('holds.codes', { count: codes.length })}`}
            >
              <Codes codes={codes} page={page} locale={locale} />
            </Disclosure>
          )}
          <Disclosure summary={t('holds.release')} label={`${name}: ${t('holds.release')}`}>
            <p className="mb-3 pl-2 text-sm">{t('holds.releaseLead')}</p>
            <div className="pl-2">
              <ActionForm
                action={giveBack}
                hidden={{ event: eventId, id: hold.id }}
                submit={t('holds.release')}
                look="bad"
              />
            </div>
          </Disclosure>
        </div>
      )}
    </>
  )
}

function Codes({ codes, page, locale }: Pick<OrganizedHold, 'codes'> & Pick<Props, 'page' | 'locale'>) {
  const t = words(locale, 'entry')
  return (
    <ul className="pl-2">
      {codes.map(({ id, code, uses, mostUses }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
          <code className="tabular font-mono text-base">{code}</code>
          <span className="tabular text-sm text-muted">{t('holds.uses', { uses, most: mostUses })}</span>
          <CopyButton text={`${config().SITE_URL}${page}?code=${code}`} done={t('holds.copied')}>
            {t('holds.copy')}
          </CopyButton>
        </li>
      ))}
    </ul>
  )
}

function NewHold({ eventId, locale }: Pick<Props, 'eventId' | 'locale'>) {
  const t = words(locale, 'entry')
  return (
    <ActionForm action={keepSeats} hidden={{ event: eventId }} submit={t('holds.add')} again>
      <Choice
        name="kind"
        label={t('holds.kind')}
        required
        defaultValue="speakers"
        options={holdKinds.map((kind) => [kind, t(`holds.kinds.${kind}`)] as const)}
      />
      <TextField name="name" label={t('holds.name')} required maxLength={60} />
      <TextField name="seats" label={t('holds.seats')} required inputMode="numeric" defaultValue="5" />
      <Choice
        name="codes"
        label={t('holds.howCodes')}
        required
        defaultValue="shared"
        options={codeKinds.map((kind) => [kind, t(`holds.codeKinds.${kind}`)] as const)}
      />
      <TextField name="expires" type="datetime-local" label={t('holds.expires')} hint={t('holds.expiresHint')} />
    </ActionForm>
  )
}
