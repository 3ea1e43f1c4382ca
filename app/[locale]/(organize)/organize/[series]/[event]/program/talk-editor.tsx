import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextArea, TextField } from '@/components/form/fields'
import type { ProgramTalk } from '@/lib/program/queries/program'
import { talkKinds } from '@/lib/program/schema'
import { editTalk, moveTalk, removeTalk, restoreTalk } from './actions'
import type { RowContext } from './context'
import { People } from './people'

/** Everything about one item: its words, its people, its place, and the way off the programme. */
export async function TalkEditor({ talk, place, within }: { talk: ProgramTalk; place: number; within: RowContext }) {
  const t = await getTranslations('program')
  const { event, count } = within
  const places = Array.from({ length: count }, (_, index) => [String(index + 1), String(index + 1)] as const)
  return (
    <div className="flex flex-col gap-8 border-l-4 border-rule pl-4">
      <ActionForm
        action={editTalk}
        hidden={{ event, id: talk.id, version: talk.version }}
        submit={t('talk.save')}
        className="gap-4"
      >
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-3 sm:max-w-sm">
          <Choice
            name="kind"
            label={t('quick.kind')}
            options={talkKinds.map((kind) => [kind, t(`kinds.${kind}`)] as const)}
            defaultValue={talk.kind}
            required
          />
          <TextField
            name="durationMinutes"
            label={t('talk.duration')}
            type="number"
            inputMode="numeric"
            min={1}
            max={600}
            defaultValue={String(talk.durationMinutes)}
            required
          />
        </div>
        <TextField name="title" label={t('quick.name')} defaultValue={talk.title} maxLength={120} required />
        <TextField
          name="titleEn"
          label={t('talk.titleEn')}
          hint={t('talk.sameWhenEmpty')}
          defaultValue={talk.titleEn ?? ''}
          maxLength={120}
        />
        <TextArea
          name="summary"
          label={t('talk.summary')}
          hint={t('talk.summaryHint')}
          defaultValue={talk.summary}
          rows={3}
        />
        <TextArea name="summaryEn" label={t('talk.summaryEn')} defaultValue={talk.summaryEn ?? ''} rows={3} />
      </ActionForm>
      <People talk={talk} within={within} />
      <div className="flex flex-wrap items-end justify-between gap-4 border-t border-rule pt-4">
        <ActionForm
          action={moveTalk}
          hidden={{ event, id: talk.id }}
          submit={t('talk.move')}
          look="line"
          className="flex-row flex-wrap items-end gap-2"
        >
          <Choice name="to" label={t('talk.place')} options={places} defaultValue={String(place)} required />
        </ActionForm>
        <ActionButton
          action={removeTalk}
          undo={restoreTalk}
          hidden={{ event, id: talk.id }}
          look="bad"
          label={t('talk.removeOf', { title: talk.title })}
        >
          {t('talk.remove')}
        </ActionButton>
      </div>
    </div>
  )
}
