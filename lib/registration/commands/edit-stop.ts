import 'server-only'
import { editEvent } from '@/lib/events/commands/edit'
import type { EditEvent } from '@/lib/events/schema'
import type { EventScope } from '@/lib/people/scope'
import { promoteWaiting } from './promote'

/** `editEvent`, and in the same transaction those who wait get what a raised capacity frees, in order. */
export const editStop = (scope: EventScope<'event.edit'>, input: EditEvent) =>
  editEvent(scope, input, (tx, record) => promoteWaiting(tx, scope, record))
