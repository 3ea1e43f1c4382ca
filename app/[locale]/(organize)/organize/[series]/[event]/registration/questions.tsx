import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/facts'
import { ArrowDown, ArrowUp } from '@/components/ui/icons'
import type { OrganizedQuestion } from '@/lib/registration/queries/questions'
import { optionKey, optionText } from '@/lib/registration/rules/questions'
import { questionKinds } from '@/lib/registration/schema/questions'
import { inLanguage } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { ask, move, putBack, rewrite, takeOff } from './actions'
import type { Of } from './mode'
import { QuestionForm } from './question-form'

type Props = Of & { questions: OrganizedQuestion[] }

/** The organiser's questions in the order of the form, with what was answered so far. */
export function Questions({ eventId, questions, locale }: Props) {
  const t = words(locale, 'entry')
  return (
    <>
      <p className="mb-4 text-sm text-muted">{t('questions.lead')}</p>
      {questions.length === 0 && <Empty>{t('questions.empty')}</Empty>}
      <ol className="border-t border-rule empty:hidden">
        {questions.map((question) => (
          <li key={question.id} className="border-b border-rule py-3">
            <Question question={question} eventId={eventId} locale={locale} />
          </li>
        ))}
      </ol>
      <Disclosure summary={t('questions.add')} look="line" className="mt-4">
        <ActionForm action={ask} hidden={{ event: eventId }} submit={t('questions.add')} again>
          <Choice
            name="kind"
            label={t('questions.kind')}
            required
            defaultValue="text"
            options={questionKinds.map((kind) => [kind, t(`questions.kinds.${kind}`)] as const)}
          />
          <QuestionForm question={null} locale={locale} />
        </ActionForm>
      </Disclosure>
    </>
  )
}

function Question({ question, eventId, locale }: { question: OrganizedQuestion; eventId: string; locale: Locale }) {
  const t = words(locale, 'entry')
  const { id, kind, required, sensitive, answers, version } = question
  const label = inLanguage(locale, question.label, question.labelEn)
  const marks = [
    t(`questions.kinds.${kind}`),
    required && t('questions.marks.required'),
    sensitive && t('questions.marks.sensitive'),
    question.audience !== 'everyone' && t(`questions.audiences.${question.audience}`),
    t('questions.answered', { count: answers }),
  ]
  const hidden = { event: eventId, id }
  return (
    <>
      <p className="break-words font-medium">{label}</p>
      <p className="text-sm text-muted">{marks.filter(Boolean).join(' · ')}</p>
      <Tally question={question} locale={locale} />
      <div className="-ml-2 flex flex-wrap items-start gap-x-1">
        <Disclosure summary={t('questions.edit')} label={t('questions.editLabel', { label })}>
          <div className="pl-2">
            <ActionForm action={rewrite} hidden={{ ...hidden, version }} submit={t('questions.save')} look="line">
              <QuestionForm question={question} locale={locale} />
            </ActionForm>
          </div>
        </Disclosure>
        <ActionButton action={move} hidden={{ ...hidden, way: 'up' }} label={`${t('questions.up')} · ${label}`}>
          <ArrowUp aria-hidden="true" className="size-4" />
        </ActionButton>
        <ActionButton action={move} hidden={{ ...hidden, way: 'down' }} label={`${t('questions.down')} · ${label}`}>
          <ArrowDown aria-hidden="true" className="size-4" />
        </ActionButton>
        <ActionButton action={takeOff} undo={putBack} hidden={hidden} label={`${t('questions.remove')} · ${label}`}>
          {t('questions.remove')}
        </ActionButton>
      </div>
    </>
  )
}

function Tally({ question, locale }: { question: OrganizedQuestion; locale: Locale }) {
  if (question.tally.size === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
      {question.options.map((option) => (
        <li key={option}>
          {optionText(option, locale)} <span className="tabular">{question.tally.get(optionKey(option)) ?? 0}</span>
        </li>
      ))}
    </ul>
  )
}
