import { eventScope, viewerOf } from '@/lib/people/scope'
import { goOn } from './draws'

/** Goes on with the evening of an event, one record after the other, and says so after each; made to be killed. */
const [eventId = '', personId = ''] = process.argv.slice(2)
const viewer = await viewerOf(personId)
const scope = viewer && (await eventScope(viewer, { id: eventId }, 'stage.run'))
if (!scope) throw new Error('nobody may run this stage')
while (await goOn(scope)) console.log('a record more')
process.exit(0)
