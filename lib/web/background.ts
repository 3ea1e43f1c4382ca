import 'server-only'
import { isBuilding } from '@/lib/config'
import { forgetAddresses } from '@/lib/draws/commands/handover'
import { chaseUnclaimed } from '@/lib/draws/commands/unclaimed'
import { every } from '@/lib/jobs/every'
import { startWorker } from '@/lib/jobs/worker'
import { configuredMailer } from '@/lib/mail/transport'
import { sweepPictures } from '@/lib/media/uploads/sweep'
import { releaseDueMailings } from '@/lib/messages/commands/mailing'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { sweep } from '@/lib/messages/commands/sweep'
import { systemJob } from '@/lib/people/scope'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { expireKept } from './kept'
import { reportError } from './report'
import { seatsTag } from './tags'

const kept = globalThis as { nextStopBackground?: () => Promise<void> }

/** Starts the background work of this process, once, but not of a build; it ends with the process. */
export function startBackground(): void {
  if (kept.nextStopBackground || isBuilding()) return
  const deliver = configuredMailer()
  const stop = startWorker(
    {
      send_messages: async () => {
        const send = async () => deliver && sendDueMessages(systemJob(), deliver)
        await every<unknown>([() => releaseDueMailings(systemJob()), send])
      },
      move_seats: async () => {
        expireKept((await moveSeats(systemJob())).map(seatsTag))
      },
      sweep: async () => {
        // Each is a promise of its own: what fails in one keeps no other from being kept.
        await every([forgetAddresses, sweep, sweepPictures, chaseUnclaimed].map((task) => () => task(systemJob())))
      },
    },
    reportError,
  )
  kept.nextStopBackground = stop
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(() => {}))
}
