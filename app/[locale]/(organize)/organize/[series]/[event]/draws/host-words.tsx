import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Section } from '@/components/ui/heading'
import { findNote } from '@/lib/draws/queries/sessions'
import type { EventScope } from '@/lib/people/scope'
import { showNote } from './actions'
import { WordsField } from './words-field'

type Props = { scope: EventScope<'stage.run'>; locale: string }

/** What the host says between draws: proposed, changed by hand, and only then put on the big screen. */
export async function HostWords({ scope, locale }: Props) {
  const t = await getTranslations('draws.say')
  const note = await findNote(scope)
  return (
    <Section title={t('title')} id="say">
      <p className="mb-4 max-w-prose text-muted">{note ? t('onScreen', { words: note }) : t('lead')}</p>
      <ActionForm key={note ?? ''} action={showNote} hidden={{ event: scope.eventId }} submit={t('show')} look="line">
        <WordsField
          address={`/api/draws/words/${scope.eventId}`}
          language={locale === 'en' ? 'en' : 'zh'}
          shown={note ?? ''}
          words={{
            words: t('words'),
            hint: t('hint'),
            again: t('again'),
            tone: t('tone'),
            toneHint: t('toneHint'),
            machine: t('machine'),
            hand: t('hand'),
            failed: t('failed'),
          }}
        />
      </ActionForm>
    </Section>
  )
}
