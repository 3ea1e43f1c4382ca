import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Answered } from '@/components/form/answered'
import { Choice, TextField, Tick } from '@/components/form/fields'
import type { Locale } from '@/lib/words/load'
import { askFor } from './actions'

type Props = { event: string; need: string; known: string[]; locale: Locale }

/** Whom to ask for a need: writes the message with a link to their desk, and down who asked. */
export async function AskForm({ event, need, known, locale }: Props) {
  const t = await getTranslations('needs.ask')
  return (
    <div className="max-w-3xl border-l-4 border-rule pl-4">
      <ActionForm action={askFor} hidden={{ event, need }} submit={t('submit')}>
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField
            name="sponsorName"
            label={t('sponsor')}
            hint={t('sponsorHint')}
            required
            maxLength={80}
            list={`known-${need}`}
            autoComplete="off"
          />
          <datalist id={`known-${need}`}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextField
            name="contactName"
            label={t('contact')}
            hint={t('contactHint')}
            maxLength={60}
            autoComplete="off"
          />
          <Choice
            name="language"
            label={t('language')}
            required
            defaultValue={locale}
            options={[
              ['zh', t('zh')],
              ['en', t('en')],
            ]}
          />
        </div>
        <Tick name="again" label={t('again')} />
        <Answered label={t('message')} copy={t('copy')} copied={t('copied')} />
      </ActionForm>
    </div>
  )
}
