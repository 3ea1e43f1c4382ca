import { database } from '@/lib/database/client'
import type { EventScope } from '@/lib/people/scope'
import { editSpeaker } from '@/lib/program/commands/speakers'
import { addPerson } from '@/lib/program/commands/stage'
import { addTalk, editTalk } from '@/lib/program/commands/talks'
import { newPersonSchema, newTalkSchema, speakerSchema, talkSchema } from '@/lib/program/schema'
import { saveTalkNote } from '@/lib/recap/commands/recap'
import { talkNoteSchema } from '@/lib/recap/schema/recap'
import { once, unlessDone } from './doing'
import type { DemoPerson, DemoStop, DemoTalk } from './types'

type Editor = EventScope<'program.edit'>

/** The programme with its people, and what was said in each talk. */
export async function seedTalks(scope: Editor, recap: EventScope<'recap.edit'>, { stop, talks, published }: DemoStop) {
  for (const talk of talks) {
    const fresh = { kind: talk.kind, title: talk.title, durationMinutes: String(talk.minutes), people: '' }
    const { id } = await addTalk(scope, newTalkSchema.parse(fresh), once(`talk ${stop.slug} ${talk.title}`))
    const { summary = '', summaryEn = '', titleEn } = talk
    const whole = { id, version: '1', ...fresh, titleEn, summary, summaryEn, people: undefined }
    await unlessDone(() => editTalk(scope, talkSchema.parse(whole)))
    for (const person of talk.people) await putOnStage(scope, stop.slug, id, talk, person)
    if (published && talk.note) await unlessDone(() => saveTalkNote(recap, noteOf(id, talk)))
  }
}

async function putOnStage(scope: Editor, slug: string, talk: string, { kind }: DemoTalk, person: DemoPerson) {
  const { name, organisation = '', position = '', confirmed = slug === 'shanghai' } = person
  const known = await database().speaker.findFirst({ where: { ...scope.withinSeries, name }, select: { id: true } })
  const role = person.role ?? (kind === 'panel' ? 'panelist' : 'speaker')
  const who = known
    ? { speaker: known.id, name: '', organisation: '', position: '' }
    : { speaker: '', name, organisation, position }
  const input = newPersonSchema.parse({ talk, role, ...who, ...(confirmed ? { confirmed: 'on' } : {}) })
  const step = { ...once(`stage ${slug} ${talk} ${name}`), input: name }
  const { id } = await addPerson(scope, input, step)
  const { organisationEn = '', positionEn = '' } = person
  const rest = { bio: '', bioEn: '', website: '', email: '', phone: '' }
  const whole = { id, version: '1', name, organisation, organisationEn, position, positionEn, ...rest }
  const { photo: _, photoGone: __, ...edit } = speakerSchema.parse(whole)
  if (organisationEn || positionEn) await unlessDone(() => editSpeaker(scope, edit))
}

function noteOf(talkId: string, { note = '', noteEn = '', highlight }: DemoTalk) {
  return talkNoteSchema.parse({
    talkId,
    version: '0',
    body: note,
    bodyEn: noteEn,
    highlightKind: highlight?.kind ?? 'none',
    highlights: highlight?.lines ?? '',
    highlightsEn: highlight?.linesEn ?? '',
  })
}
