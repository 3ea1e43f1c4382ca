import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Choice, TextArea } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { State } from '@/components/ui/facts'
import type { RecapTalk } from '@/lib/recap/rules/data'
import { highlightKinds } from '@/lib/recap/schema/recap'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { saveTalkNote } from '../actions'

type Props = { talk: RecapTalk; number: number; within: { event: string; locale: Locale } }

/** What was said in one talk, and the one thing of it to remember. */
export async function TalkNote({ talk, number, within }: Props) {
  const t = await getTranslations('recap.editor')
  const { note } = talk
  const has = Boolean(note && (note.body || note.highlights))
  const title = inLanguage(within.locale, talk.title, talk.titleEn)
  const hidden = { event: within.event, talkId: talk.id, version: note?.version ?? 0 }
  return (
    <li className="border-b border-rule py-1">
      <Disclosure
        name="talk"
        className="[&>summary]:w-full [&>summary]:justify-start [&>summary]:px-0 [&>summary]:text-left [&>summary]:no-underline"
        summary={
          <>
            <span aria-hidden="true" className="tabular w-7 shrink-0 text-muted">
              {number}
            </span>
            <span className="min-w-0 flex-1 font-bold break-words">{title}</span>
            <State tone={has ? 'good' : 'quiet'}>{has ? t('written') : t('empty')}</State>
          </>
        }
      >
        <ActionForm action={saveTalkNote} hidden={hidden} submit={t('save')} className="border-l-4 border-rule pl-4">
          <TextArea name="body" label={t('body')} hint={t('markdown')} rows={4} defaultValue={note?.body} />
          <Choice
            name="highlightKind"
            label={t('highlightKind')}
            required
            defaultValue={note?.highlightKind ?? 'none'}
            options={(['none', ...highlightKinds] as const).map((kind) => [kind, t(`kinds.${kind}`)] as const)}
          />
          <TextArea
            name="highlights"
            label={t('highlights')}
            hint={t('highlightsHint')}
            rows={3}
            defaultValue={note?.highlights}
          />
          <Disclosure summary={t('english')} open={Boolean(note?.bodyEn || note?.highlightsEn)}>
            <div className="flex flex-col gap-5">
              <TextArea name="bodyEn" label={t('body')} lang="en" rows={4} defaultValue={note?.bodyEn ?? ''} />
              <TextArea
                name="highlightsEn"
                label={t('highlights')}
                lang="en"
                rows={3}
                defaultValue={note?.highlightsEn ?? ''}
              />
            </div>
          </Disclosure>
        </ActionForm>
      </Disclosure>
    </li>
  )
}
