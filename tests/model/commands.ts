import { addWalkIn, scanTicket, undoScan } from '@/lib/checkin/commands'
import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { whenOf } from '@/lib/events/rules'
import type { editEventSchema } from '@/lib/events/schema'
import { systemJob } from '@/lib/people/scope'
import { callOff, putOff, putOnAgain } from '@/lib/registration/commands/change-plan'
import { editStop } from '@/lib/registration/commands/edit-stop'
import { setEntry, setReconfirm } from '@/lib/registration/commands/entry'
import {
  addGuest,
  approveGuest,
  cancelGuest,
  declineGuest,
  letWaitingIn,
  restoreGuest,
  seatOutOfTurn,
} from '@/lib/registration/commands/guests'
import { handOver } from '@/lib/registration/commands/hand-over'
import { addHold, releaseHold } from '@/lib/registration/commands/holds'
import { keepImport, planImport, runImport } from '@/lib/registration/commands/import-guests'
import { acceptOffer, cancelMine, declineOffer, eraseMine, uncancelMine } from '@/lib/registration/commands/mine'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { reconfirmMine } from '@/lib/registration/commands/reconfirm'
import { registerFor } from '@/lib/registration/commands/register'
import { undoImport } from '@/lib/registration/commands/undo-import'
import { holdSchema } from '@/lib/registration/schema/entry'
import { importPlanSchema } from '@/lib/registration/schema/imports'
import { guestSchema, handOverSchema, registrationSchema } from '@/lib/registration/schema/registration'
import { refuse } from '@/lib/values/refusal'
import { wallTimeOf } from '@/lib/values/time'
import { edited } from '../support/stops'
import type { Deed } from './deeds'
import type { World } from './world'

type Of<K extends Deed['do']> = Extract<Deed, { do: K }>
type Commands = { [K in Deed['do']]: (world: World, deed: Of<K>) => Promise<unknown> }
type One = { guest: string }

const person = (world: World, n: number) => ({ locale: 'zh', name: `来宾${n}`, contact: world.address(n) })
const quiet = { notify: false }
/** For commands whose answer only says what the page is to show. */
const quietly = async (work: Promise<unknown>) => void (await work)
const idOf = async (id: Promise<string>) => ({ id: await id })

/** Every deed by the command that people's buttons and the clock call. */
const commands: Commands = {
  register: async (world, { key, code, name, person: n }) => {
    const input = registrationSchema.parse({ ...person(world, n), name, code: code?.typed ?? '' })
    const ticket = await registerFor(world.published, input, { key, input })
    return { id: ticket.registrationId, status: ticket.status }
  },
  'cancel mine': (world, { guest }) => cancelMine(world.holder(guest)),
  'restore mine': (world, { guest }) => uncancelMine(world.holder(guest)),
  'accept offer': (world, { guest }) => acceptOffer(world.holder(guest)),
  'decline offer': (world, { guest }) => declineOffer(world.holder(guest)),
  reconfirm: (world, { guest }) => reconfirmMine(world.holder(guest)),
  erase: (world, { guest }) => eraseMine(world.holder(guest)),
  'hand over': (world, { guest, person: n }) => handOver(world.holder(guest), handOverSchema.parse(person(world, n))),
  approve: (world, { guest: id }: One) => approveGuest(world.guests, { id, ...quiet }),
  cancel: (world, { guest: id }: One) => cancelGuest(world.guests, { id, ...quiet }),
  decline: (world, { guest: id }: One) => declineGuest(world.guests, { id, ...quiet }),
  restore: (world, { guest }: One) => restoreGuest(world.guests, guest),
  jump: (world, { guest: id, reason }) => seatOutOfTurn(world.guests, { id, reason, ...quiet }),
  add: (world, { key, person: n, hold }) => {
    const input = guestSchema.parse({ ...person(world, n), hold: hold ?? '' })
    return addGuest(world.guests, input, { key, input })
  },
  'let in': (world) => letWaitingIn(world.guests),
  edit,
  hold: async (world, { seats, codes, hours }) => {
    const expires = hours === null ? '' : wallTimeOf(new Date(Date.now() + hours * 3_600_000), world.timeZone)
    const input = holdSchema.parse({ kind: 'crew', name: '工作人员', seats: String(seats), codes, expires })
    return addHold(world.guests, input)
  },
  'release hold': (world, { hold }) => releaseHold(world.guests, hold),
  entry: (world, { mode }) => setEntry(world.guests, { entryMode: mode, ballotEnds: null }),
  'ask again': (world, { days, release }) =>
    setReconfirm(world.guests, { reconfirmDays: days, reconfirmReleaseHours: release }),
  'read the clock': async (world) => {
    const moved = await moveSeats(systemJob(), { eventId: world.eventId })
    return moved.length > 0 ? 'moved' : refuse('registration.nothing-due')
  },
  'hours pass': hoursPass,
  'call off': (world) => quietly(callOff(world.events, '台风')),
  'put off': (world) => quietly(putOff(world.events, '场地漏水')),
  'put on again': (world) => quietly(putOnAgain(world.events)),
  'keep list': (world, { key, people }) => {
    const table = { head: ['name', 'email'], rows: people.map((n) => [`来宾${n}`, world.address(n)]) }
    return idOf(keepImport(world.guests, { name: 'list.csv', table, locale: 'zh' } as never, key))
  },
  'plan list': (world, { list: id, whenFull }) =>
    planImport(world.guests, importPlanSchema.parse({ id, columns: ['name', 'email'], locale: 'zh', whenFull })),
  'run list': (world, { list }) => runImport(world.guests, list),
  'undo list': (world, { list: id, typed }) => undoImport(world.guests, { id, typed: String(typed) }),
  scan: (world, { key, guest }) => scanTicket(world.door, { scan: key, registrationId: guest }),
  'undo scan': (world, { scan }) => undoScan(world.door, scan),
  'walk in': (world, { key, person: n }) => {
    const input = guestSchema.parse(person(world, n))
    return addWalkIn(world.door, input, { key, input })
  },
}

async function edit(world: World, { capacity, approval, version }: Of<'edit'>) {
  const event = await database().event.findUniqueOrThrow({ where: { id: world.eventId } })
  const form = edited({ capacity: String(capacity), version: String(version), title: '测试站' })
  const input = { ...form, ...whenOf(event), slug: event.slug, approvalRequired: approval }
  await editStop(world.events, input as ReturnType<typeof editEventSchema.parse>)
}

/** Time passes for one stop: whatever instant stands in its rows moves back. It takes its place in the order like a command. */
function hoursPass(world: World, { hours }: Of<'hours pass'>) {
  return change(systemJob({ seriesId: world.seriesId, eventId: world.eventId }), {}, async (tx, record) => {
    const by = `${hours} hours`
    await tx.$executeRaw`
      UPDATE events SET starts_at = starts_at - ${by}::interval, ends_at = ends_at - ${by}::interval, version = version + 1
      WHERE id = ${world.eventId}::uuid`
    await tx.$executeRaw`
      UPDATE registrations SET offer_expires_at = offer_expires_at - ${by}::interval, offered_at = offered_at - ${by}::interval,
        confirmed_at = confirmed_at - ${by}::interval, ended_at = ended_at - ${by}::interval,
        reconfirm_asked_at = reconfirm_asked_at - ${by}::interval
      WHERE event_id = ${world.eventId}::uuid`
    await tx.$executeRaw`UPDATE holds SET expires_at = expires_at - ${by}::interval WHERE event_id = ${world.eventId}::uuid`
    record('event.aged', world.eventId)
  })
}

/** Does one deed for real; answers in the words of the rules. */
export const carryOut = (world: World, deed: Deed): Promise<unknown> =>
  (commands[deed.do] as (world: World, deed: Deed) => Promise<unknown>)(world, deed)
