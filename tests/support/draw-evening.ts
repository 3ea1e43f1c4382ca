import { closeSession } from '@/lib/draws/commands/plan'
import { findBallotSession, findSession } from '@/lib/draws/queries/sessions'
import { eventScope, viewerOf } from '@/lib/people/scope'
import { goOn, lockNow, planned, seen, stepOn } from './draws'

/**
 * Takes the one next step of an event's evening, from its plan to its close, or of its ballot; says what is done, and
 * then waits to be killed: the next step is another process's.
 */
const [eventId = '', personId = '', what = 'prizes'] = process.argv.slice(2)
const viewer = await viewerOf(personId)
const scope = viewer && (await eventScope(viewer, { id: eventId }, 'stage.run'))
if (!scope) throw new Error('nobody may run this stage')
const view = await (what === 'seats' ? findBallotSession(scope) : findSession(scope, false))
if (view && what === 'seats') await stepOn(scope, view)
else if (!view) await planned(scope)
else if (view.step.step === 'lock') await lockNow(scope)
else if (!(await goOn(scope))) await closeSession(scope, seen(view))
console.log('done')
setInterval(() => {}, 60_000)
