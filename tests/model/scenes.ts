import { randomUUID } from 'node:crypto'
import { database } from '@/lib/database/client'
import { carryOut } from './commands'
import type { Deed } from './deeds'
import { open, type Setup, type World } from './world'

/**
 * For each kind of deed a stop at which it moves as much as it can: seats are given back while somebody waits. A deed
 * that the checker learns has to be given one too, or this file does not compile.
 */
type Scene = { setup?: Partial<Setup>; make: (world: World) => Promise<Deed> }

const usual: Setup = { capacity: 2, hoursAhead: 30 * 24, approval: false, zone: 'Asia/Shanghai', ask: false }
const near = { hoursAhead: 40 }

/** A stop in the scene of a deed, and the deed. */
export async function scene(name: Deed['do']): Promise<{ world: World; deed: Deed }> {
  const { setup, make } = scenes[name]
  const world = await aWorld(setup)
  return { world, deed: await make(world) }
}
export const aWorld = async (setup: Partial<Setup> = {}) => (await open({ ...usual, ...setup })).world

const form = (person: number): Deed => ({ do: 'register', key: randomUUID(), person, name: '林一诺', code: null })
/** Somebody registers; answers whose registration it is. */
export async function comes(world: World, person: number): Promise<string> {
  return ((await carryOut(world, form(person))) as { id: string }).id
}
/** Two who have the seats, and two who wait. */
async function full(world: World) {
  const [a, b, c, d] = [await comes(world, 1), await comes(world, 2), await comes(world, 3), await comes(world, 4)]
  return { a, b, c, d } as { a: string; b: string; c: string; d: string }
}
/** The same, and the first seat is offered to whoever waits longest. */
async function offered(world: World) {
  const guests = await full(world)
  await carryOut(world, { do: 'cancel mine', guest: guests.a })
  return guests
}
async function asked(world: World) {
  const guest = await comes(world, 1)
  await carryOut(world, { do: 'hours pass', hours: 9 })
  await carryOut(world, { do: 'read the clock' })
  return guest
}
const aList = async (world: World) =>
  ((await carryOut(world, { do: 'keep list', key: randomUUID(), people: [5, 6, 7] })) as { id: string }).id

const ofTheFirst = (name: Extract<Deed, { guest: string }>['do']) => async (world: World) =>
  ({ do: name, guest: (await full(world)).a }) as Deed

const scenes: Record<Deed['do'], Scene> = {
  register: {
    make: async (world) => {
      await full(world)
      return form(9)
    },
  },
  cancel: { make: ofTheFirst('cancel') },
  'cancel mine': { make: ofTheFirst('cancel mine') },
  erase: { make: ofTheFirst('erase') },
  decline: { make: async (world) => ({ do: 'decline', guest: (await full(world)).c }) },
  restore: { make: async (world) => ({ do: 'restore', guest: (await offered(world)).a }) },
  'restore mine': { make: async (world) => ({ do: 'restore mine', guest: (await offered(world)).a }) },
  approve: {
    setup: { approval: true },
    make: async (world) => ({ do: 'approve', guest: await comes(world, 1) }),
  },
  'accept offer': { setup: near, make: async (world) => ({ do: 'accept offer', guest: (await offered(world)).c }) },
  'decline offer': { setup: near, make: async (world) => ({ do: 'decline offer', guest: (await offered(world)).c }) },
  reconfirm: {
    setup: { hoursAhead: 75, ask: true },
    make: async (world) => ({ do: 'reconfirm', guest: await asked(world) }),
  },
  'hand over': { make: async (world) => ({ do: 'hand over', guest: (await full(world)).a, person: 8 }) },
  jump: { setup: near, make: async (world) => ({ do: 'jump', guest: (await offered(world)).c, reason: '讲者' }) },
  add: {
    make: async (world) => {
      await full(world)
      return { do: 'add', key: randomUUID(), person: 9, hold: null }
    },
  },
  'let in': {
    make: async (world) => {
      await full(world)
      await database().event.update({ where: { id: world.eventId }, data: { capacity: 4 } })
      return { do: 'let in' }
    },
  },
  edit: {
    make: async (world) => {
      await full(world)
      return { do: 'edit', capacity: 4, approval: true, version: 1 }
    },
  },
  hold: { make: async () => ({ do: 'hold', seats: 2, codes: 'shared', hours: 3 }) },
  'release hold': {
    make: async (world) => {
      const { id } = (await carryOut(world, { do: 'hold', seats: 1, codes: 'none', hours: null })) as { id: string }
      await full(world)
      return { do: 'release hold', hold: id }
    },
  },
  entry: { make: async () => ({ do: 'entry', mode: 'invitation' }) },
  'ask again': { make: async () => ({ do: 'ask again', days: 3, release: 24 }) },
  'read the clock': {
    setup: near,
    make: async (world) => {
      await offered(world)
      await carryOut(world, { do: 'hours pass', hours: 24 })
      return { do: 'read the clock' }
    },
  },
  'hours pass': { make: async () => ({ do: 'hours pass', hours: 1 }) },
  'call off': {
    make: async (world) => {
      await full(world)
      return { do: 'call off' }
    },
  },
  'put off': { make: async () => ({ do: 'put off' }) },
  'put on again': {
    make: async (world) => {
      await full(world)
      await carryOut(world, { do: 'put off' })
      return { do: 'put on again' }
    },
  },
  'keep list': { make: async () => ({ do: 'keep list', key: randomUUID(), people: [1, 2, 3] }) },
  'plan list': { make: async (world) => ({ do: 'plan list', list: await aList(world), whenFull: 'refused' }) },
  'run list': { make: async (world) => ({ do: 'run list', list: await aList(world) }) },
  'undo list': {
    make: async (world) => {
      const list = await aList(world)
      await carryOut(world, { do: 'run list', list })
      await comes(world, 9)
      return { do: 'undo list', list, typed: 3 }
    },
  },
  scan: { make: async (world) => ({ do: 'scan', key: randomUUID(), guest: await comes(world, 1) }) },
  'undo scan': {
    make: async (world) => {
      const scan = randomUUID()
      await carryOut(world, { do: 'scan', key: scan, guest: await comes(world, 1) })
      return { do: 'undo scan', scan }
    },
  },
  'walk in': { make: async () => ({ do: 'walk in', key: randomUUID(), person: 9 }) },
}

export const sceneNames = Object.keys(scenes) as Deed['do'][]
