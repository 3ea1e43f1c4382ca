import { Choice, TextArea, TextField, Tick } from '@/components/form/fields'
import type { OrganizedQuestion } from '@/lib/registration/queries/questions'
import { sensitiveDays } from '@/lib/registration/rules/questions'
import { audiences } from '@/lib/registration/schema/questions'
import { type Locale, words } from '@/lib/words/load'

/** The fields of one question; what it is for comes right behind what it asks. */
export function QuestionForm({ question, locale }: { question: OrganizedQuestion | null; locale: Locale }) {
  const t = words(locale, 'entry')
  const choices = question === null || question.kind === 'choice' || question.kind === 'several'
  return (
    <>
      <TextField name="label" label={t('questions.label')} required maxLength={120} defaultValue={question?.label} />
      <TextField name="why" label={t('questions.why')} required maxLength={200} defaultValue={question?.why} />
      {choices ? (
        <TextArea
          name="options"
          label={t('questions.options')}
          hint={t('questions.optionsHint')}
          rows={4}
          defaultValue={question?.options.join('\n')}
        />
      ) : (
        <input type="hidden" name="options" value="" />
      )}
      <TextField
        name="labelEn"
        label={t('questions.labelEn')}
        maxLength={160}
        defaultValue={question?.labelEn ?? undefined}
      />
      <TextField
        name="whyEn"
        label={t('questions.whyEn')}
        maxLength={240}
        defaultValue={question?.whyEn ?? undefined}
      />
      <Choice
        name="audience"
        label={t('questions.audience')}
        required
        defaultValue={question?.audience ?? 'everyone'}
        options={audiences.map((audience) => [audience, t(`questions.audiences.${audience}`)] as const)}
      />
      <div>
        <Tick name="required" label={t('questions.required')} defaultChecked={question?.required} />
        <Tick
          name="sensitive"
          label={t('questions.sensitive', { days: sensitiveDays })}
          defaultChecked={question?.sensitive}
        />
      </div>
    </>
  )
}
