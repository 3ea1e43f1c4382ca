import 'server-only'
import { maskName } from '@/lib/checkin/rules'
import { config } from '@/lib/config'
import { database } from '@/lib/database/client'
import { pictureColumns } from '@/lib/media/uploads/keep'
import type { TicketHolder } from '@/lib/people/holder'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import { unseal } from '@/lib/values/seal'
import { postPurpose } from '../rules/post'

type Door = EventScope<'checkin.run'>

const fields = {
  id: true,
  wonAt: true,
  remindedAt: true,
  registration: { select: { id: true, name: true, ticketCode: true, photoConsentAt: true } },
  photo: { select: { picture: { select: pictureColumns } } },
  post: { select: { addressSealed: true, keepUntil: true } },
  unit: {
    select: {
      id: true,
      number: true,
      status: true,
      statusAt: true,
      prize: { select: { kind: true, admits: true, gift: { select: { title: true, titleEn: true } } } },
    },
  },
} as const

/**
 * Won prizes of a stop that wait for their winners, longest first, and those handed over, newest first; at most 500 of
 * each, so that what went out over a long evening hides nobody who still waits.
 */
export async function listHandOvers(scope: Door) {
  const winsIn = (status: 'won' | 'handed_over') => ({ ...scope.within, takenBackAt: null, unit: { status } })
  const most = { take: 500, select: fields } as const
  const [waiting, handed] = await Promise.all([
    database().drawWin.findMany({ where: winsIn('won'), orderBy: { wonAt: 'asc' }, ...most }),
    database().drawWin.findMany({ where: winsIn('handed_over'), orderBy: { unit: { statusAt: 'desc' } }, ...most }),
  ])
  return {
    waiting: waiting.map((row) => shownTo(scope, row)),
    handed: handed.map((row) => shownTo(scope, row)),
  }
}
export type HandOverRow = ReturnType<typeof shownTo>

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = () => database().drawWin.findMany({ select: fields })

/** The door sees as much of a name as tells two people apart; an address is for whoever may see the guests. */
function shownTo(scope: Door, { id, wonAt, remindedAt, registration, post, photo, unit }: Row) {
  const whole = mayOnEvent(scope.role, 'guests.view')
  const { gift, kind, admits } = unit.prize
  const live = post && post.keepUntil > new Date() ? post : null
  return {
    ...{
      id,
      wonAt,
      remindedAt,
      kind,
      admits,
      unitId: unit.id,
      number: unit.number,
      status: unit.status,
      statusAt: unit.statusAt,
    },
    ...{ title: gift.title, titleEn: gift.titleEn, registrationId: registration.id },
    name: whole ? registration.name : maskName(registration.name),
    tail: registration.ticketCode.slice(-3),
    photo: photo?.picture ?? null,
    agreesToPhotos: registration.photoConsentAt !== null,
    post: live ? (live.addressSealed ? ('given' as const) : ('asked' as const)) : null,
    address: whole && live?.addressSealed ? unseal(live.addressSealed, config().AUTH_SECRET, postPurpose) : null,
  }
}

/** What became of the prizes of one ticket: what waits, what was handed over when, where an address is asked for. */
export async function listMyPrizes(ticket: TicketHolder) {
  const rows = await database().drawWin.findMany({
    where: { ...ticket.within, registrationId: ticket.subjectId, takenBackAt: null },
    orderBy: { wonAt: 'asc' },
    select: fields,
  })
  return rows.map(({ id, unit, post, photo }) => ({
    photo: photo?.picture ?? null,
    ...{ id, status: unit.status, at: unit.statusAt, kind: unit.prize.kind, admits: unit.prize.admits },
    ...{ title: unit.prize.gift.title, titleEn: unit.prize.gift.titleEn },
    post: post && post.keepUntil > new Date() ? (post.addressSealed ? ('given' as const) : ('asked' as const)) : null,
  }))
}
export type MyHandOver = Awaited<ReturnType<typeof listMyPrizes>>[number]
