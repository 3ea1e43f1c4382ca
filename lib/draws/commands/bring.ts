import 'server-only'
import { database } from '@/lib/database/client'
import { findSignature } from '../queries/beacon'
import { timeOfRound } from '../rules/beacon'
import type { ArmRecord } from '../rules/record'
import type { RevealInput, VoidInput } from '../schema'
import { revealDraw, voidDraw } from './draw'
import type { Stage } from './log'

/**
 * Reveals as `revealDraw` does; a beacon's signature that nobody brought is fetched from the configured relays first,
 * outside of the transaction, so that a slow relay holds nobody up. Refuses `draws.beacon-missing` while it is pending.
 */
export async function drawNow(scope: Stage, input: RevealInput): Promise<void> {
  await revealDraw(scope, { ...input, signature: await signatureFor(scope, input) })
}

/** Voids as `voidDraw` does, with the beacon's signature fetched likewise once its round is out. */
export async function voidNow(scope: Stage, input: VoidInput): Promise<void> {
  await voidDraw(scope, { ...input, signature: await signatureFor(scope, input) })
}

type Asked = { session: string; arm: string; signature: string }

async function signatureFor(scope: Stage, { session, arm, signature }: Asked): Promise<string> {
  if (signature !== '') return signature
  const row = await database().drawRecord.findFirst({
    where: { ...scope.within, sessionId: session, hash: arm, type: 'arm' },
    select: { record: true },
  })
  const round = (row?.record as unknown as ArmRecord | undefined)?.beacon?.round
  if (round === undefined) return ''
  const [clock] = await database().$queryRaw<
    { now: number }[]
  >`SELECT extract(epoch FROM clock_timestamp())::float8 AS now`
  return (clock?.now ?? 0) < timeOfRound(round) ? '' : ((await findSignature(round)) ?? '')
}
