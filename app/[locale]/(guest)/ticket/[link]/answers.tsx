import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { fieldOf, isFor } from '@/lib/registration/rules/questions'
import type { Typed } from '@/lib/web/typed'
import { words } from '@/lib/words/load'
import { problemsOf } from '../../../(public)/[series]/[event]/register/problems'
import { QuestionFields } from '../../../question-fields'
import type { Shown } from './standing'

type Props = Shown & {
  questions: Parameters<typeof QuestionFields>[0]['questions']
  answers: Map<string, string[]>
  typed: Typed | null
  saved: boolean
}

/** What the organiser asks, as the holder answered it; open by itself while something that is needed has no answer. */
export function Answers({ questions, answers, typed, saved, ticket, locale, link }: Props) {
  const t = words(locale, 'registration')
  const mine = questions.filter((question) => isFor(question, ticket.holdId !== null))
  if (mine.length === 0) return null
  const problems = problemsOf(typed, locale)
  const missing = mine.some(({ id, required }) => required && !answers.has(id))
  const given = Object.fromEntries(mine.map((question) => [fieldOf(question), answers.get(question.id) ?? []]))
  return (
    <div className="border-b border-rule py-2 [&_summary]:-ml-2">
      {saved && (
        <p role="status" className="py-2 font-medium text-good">
          {t('ticket.answersSaved')}
        </p>
      )}
      <Disclosure
        summary={t(missing ? 'ticket.answersOpen' : 'ticket.answers')}
        open={missing || Object.keys(problems).length > 0}
      >
        <form method="post" action={`/api/tickets/${link}/answers`} noValidate className="flex flex-col gap-5">
          <input type="hidden" name="locale" value={locale} />
          <QuestionFields questions={mine} values={typed?.values ?? given} problems={problems} locale={locale} />
          <div>
            <Button type="submit">{t('ticket.answersSubmit')}</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}
