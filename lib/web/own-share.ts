import 'server-only'
import { withOwnShare } from '@/lib/database/lane'

/** Runs what the doors of an event do on connections of their own; everything else with everybody. */
export const asDoorsDo = <T>(permission: string, work: () => Promise<T>): Promise<T> =>
  permission.startsWith('checkin.') ? withOwnShare(work) : work()
