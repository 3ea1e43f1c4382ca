import 'server-only'
import { isBuilding } from '@/lib/config'
import { forgetAddresses } from '@/lib/draws/commands/handover'
import { chaseUnclaimed } from '@/lib/draws/commands/unclaimed'
import { startWorker } from '@/lib/jobs/worker'
import { configuredMailer } from '@/lib/mail/transport'
import { sweepPictures } from '@/lib/media/uploads/sweep'
import { releaseDueMailings } from '@/lib/messages/commands/mailing'
import { sendDueMessages } from '@/lib/messages/commands/send-messages'
import { sweep } from '@/lib/messages/commands/sweep'
import { systemJob } from '@/lib/people/scope'
import { moveSeats } from '@/lib/registration/commands/move-seats'
import { expire, seatsTag } from './cache'
import { reportError } from './report'

const kept = globalThis as { nextStopBackground?: () => Promise<void> }

/** Starts the background work of this process, once, but not of a build; it ends with the process. */
export function startBackground(): void {
  if (kept.nextStopBackground || isBuilding()) return
  const deliver = configuredMailer()
  const stop = startWorker(
    {
      send_messages: async () => {
        await releaseDueMailings(systemJob())
        if (deliver) await sendDueMessages(systemJob(), deliver)
      },
      move_seats: async () => {
        expire(...(await moveSeats(systemJob())).map(seatsTag))
      },
      sweep: async () => {
        await sweep(systemJob())
        await sweepPictures(systemJob())
        await forgetAddresses(systemJob())
        await chaseUnclaimed(systemJob())
      },
    },
    reportError,
  )
  kept.nextStopBackground = stop
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(() => {}))
}
