import type { ReactNode } from 'react'
import { fieldOf, optionKey, optionText, type Question, sensitiveDays } from '@/lib/registration/rules/questions'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'

type Asked = {
  questions: readonly Question[]
  /** What was typed or answered before, by field. */
  values: Record<string, string | string[]>
  problems: Record<string, string>
  locale: Locale
}
type Props = { question: Question; value: string[]; problem: string | undefined; locale: Locale }

const box =
  'min-h-12 w-full rounded-md border border-input bg-card px-3 text-base text-ink aria-invalid:border-2 aria-invalid:border-bad'
/** More choices than that are a list to pick from. */
const mostButtons = 6

/** The organiser's questions in a form that needs no script; says which ones it showed, so that no other is missed. */
export function QuestionFields({ questions, values, problems, locale }: Asked) {
  if (questions.length === 0) return null
  return (
    <>
      <input type="hidden" name="shown" value={questions.map(({ id }) => id).join(',')} />
      {questions.map((question) => {
        const name = fieldOf(question)
        const value = [values[name] ?? []].flat()
        const of = { question, value, problem: problems[name], locale }
        const grouped =
          question.kind === 'several' || (question.kind === 'choice' && question.options.length <= mostButtons)
        return grouped ? <Group key={name} {...of} /> : <Single key={name} {...of} />
      })}
    </>
  )
}

function Single({ question, value, problem, locale }: Props) {
  const name = fieldOf(question)
  const common = {
    id: name,
    name,
    required: question.required,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': `${name}-notes`,
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-medium">
        <Label question={question} locale={locale} />
      </label>
      {question.kind === 'text' && (
        <textarea {...common} rows={2} maxLength={500} defaultValue={value[0]} className={`${box} py-2.5`} />
      )}
      {question.kind === 'number' && <input {...common} inputMode="numeric" defaultValue={value[0]} className={box} />}
      {question.kind === 'link' && (
        <input {...common} type="url" inputMode="url" maxLength={500} defaultValue={value[0]} className={box} />
      )}
      {question.kind === 'choice' && (
        <select {...common} defaultValue={value[0] ?? ''} className={box}>
          <option value="">{words(locale, 'registration')('form.choose')}</option>
          {question.options.map((option) => (
            <option key={option} value={optionKey(option)}>
              {optionText(option, locale)}
            </option>
          ))}
        </select>
      )}
      <Notes question={question} problem={problem} locale={locale} />
    </div>
  )
}

function Group({ question, value, problem, locale }: Props) {
  const name = fieldOf(question)
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={`${name}-notes`} className="min-w-0">
      <legend className="mb-1 font-medium">
        <Label question={question} locale={locale} />
      </legend>
      {question.options.map((option) => (
        <label key={option} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type={question.kind === 'several' ? 'checkbox' : 'radio'}
            name={name}
            value={optionKey(option)}
            defaultChecked={value.includes(optionKey(option))}
            className="mt-0.5 size-5 shrink-0 accent-ink"
          />
          <span>{optionText(option, locale)}</span>
        </label>
      ))}
      <Notes question={question} problem={problem} locale={locale} />
    </fieldset>
  )
}

function Label({ question, locale }: Pick<Props, 'question' | 'locale'>): ReactNode {
  const { label, labelEn, required } = question
  return (
    <>
      <span lang={languageOf(locale, label, labelEn)}>{inLanguage(locale, label, labelEn)}</span>
      {!required && (
        <span className="ml-2 text-sm font-normal text-muted">{words(locale, 'registration')('form.optional')}</span>
      )}
    </>
  )
}

function Notes({ question, problem, locale }: Omit<Props, 'value'>) {
  const { why, whyEn, sensitive } = question
  return (
    <div id={`${fieldOf(question)}-notes`} className="text-sm">
      {problem && <p className="font-medium text-bad">{problem}</p>}
      <p className="text-muted">
        <span lang={languageOf(locale, why, whyEn)}>{inLanguage(locale, why, whyEn)}</span>
        {locale === 'en' && ' '}
        {sensitive && words(locale, 'registration')('form.sensitive', { days: sensitiveDays })}
      </p>
    </div>
  )
}
