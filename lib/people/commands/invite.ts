import 'server-only'
import { config } from '@/lib/config'
import { change, type Repeatable } from '@/lib/database/change'
import type { Transaction } from '@/lib/database/client'
import { putInOutbox } from '@/lib/mail/outbox'
import { refuse } from '@/lib/values/refusal'
import { hashSecret, newSecret } from '@/lib/values/secret'
import { words } from '@/lib/words/load'
import { fitsPlace, invitationDays } from '../rules'
import type { InvitationInput } from '../schema'
import type { SeriesScope } from '../scope'

type Scope = SeriesScope<'people.edit'>

/**
 * Invites somebody into a role by mail. An earlier open invitation for the same address and place is replaced. Refuses a
 * role that does not go with the place, a foreign event and somebody who holds the very role already.
 */
export async function invitePerson(
  scope: Scope,
  input: InvitationInput & { locale: string },
  once?: Repeatable,
): Promise<{ id: string }> {
  const eventId = input.place || null
  if (!fitsPlace(input.role, eventId)) refuse('people.role-elsewhere', { field: 'place' })
  const { seriesId, actorId: invitedById } = scope
  const { email, role } = input
  const secret = newSecret()
  return change(
    scope,
    {},
    async (tx, record) => {
      const place = await placeOf(tx, seriesId, eventId)
      await refuseHeld(tx, { email, role, seriesId, eventId })
      await tx.invitation.updateMany({
        where: { seriesId, eventId, email, acceptedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      })
      const expiresAt = new Date(Date.now() + invitationDays * 86_400_000)
      const { id } = await tx.invitation.create({
        data: { seriesId, eventId, role, email, tokenHash: hashSecret(secret), invitedById, expiresAt },
      })
      await mail(tx, { ...place, id, email, role, seriesId, locale: input.locale, secret })
      record('invitation.sent', id, { role, ...(eventId ? { event: eventId } : {}) })
      return { id }
    },
    once,
  )
}

async function placeOf(tx: Transaction, seriesId: string, eventId: string | null) {
  const series = await tx.series.findUniqueOrThrow({ where: { id: seriesId }, select: { name: true, nameEn: true } })
  if (!eventId) return { series, event: null }
  const event = await tx.event.findFirst({
    where: { id: eventId, seriesId, removedAt: null },
    select: { city: true, cityEn: true },
  })
  return { series, event: event ?? refuse('people.role-elsewhere', { field: 'place' }) }
}

type Held = { email: string; role: InvitationInput['role']; seriesId: string; eventId: string | null }

async function refuseHeld(tx: Transaction, { email, role, seriesId, eventId }: Held) {
  const held = await tx.membership.count({ where: { person: { email }, seriesId, eventId, role, revokedAt: null } })
  if (held > 0) refuse('people.already-member', { field: 'email' })
}

type Mail = Awaited<ReturnType<typeof placeOf>> & {
  id: string
  email: string
  role: InvitationInput['role']
  seriesId: string
  locale: string
  secret: string
}

async function mail(tx: Transaction, { series, event, id, email, role, seriesId, locale, secret }: Mail) {
  const t = words(locale, 'people')
  const english = locale === 'en'
  const seriesName = (english && series.nameEn) || series.name
  const city = event ? (english ? event.cityEn : event.city) : null
  const place = city ? t('mail.placeEvent', { series: seriesName, city }) : seriesName
  const told = { place, role: t(`roles.${role}.name`), days: invitationDays }
  await putInOutbox(tx, {
    kind: 'invitation',
    dedupeKey: id,
    locale,
    recipient: email,
    recipientName: '',
    subject: t('mail.subject', told),
    text: t('mail.text', { ...told, link: '{link}' }),
    link: `${config().SITE_URL}/${locale}/invitation/${secret}`,
    seriesId,
  })
}

/** Takes an open invitation back, effective at once; `restoreInvitation` undoes it. */
export async function revokeInvitation(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    const { count } = await tx.invitation.updateMany({
      where: { ...scope.withinSeries, id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) refuse('people.not-found')
    record('invitation.revoked', id)
    return { id }
  })
}

/** Makes a revoked invitation good again, unless it was replaced by a newer one meanwhile. */
export async function restoreInvitation(scope: Scope, id: string): Promise<{ id: string }> {
  return change(scope, {}, async (tx, record) => {
    const found = await tx.invitation.findFirst({ where: { ...scope.withinSeries, id, acceptedAt: null } })
    if (!found) refuse('people.not-found')
    const { email, eventId } = found
    const newer = await tx.invitation.count({
      where: { ...scope.withinSeries, email, eventId, acceptedAt: null, revokedAt: null },
    })
    if (newer > 0) refuse('people.invited-again')
    await tx.invitation.updateMany({ where: { ...scope.withinSeries, id }, data: { revokedAt: null } })
    record('invitation.restored', id)
    return { id }
  })
}
