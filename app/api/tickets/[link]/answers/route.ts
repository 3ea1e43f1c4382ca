import { holderRoute } from '@/lib/web/route'
import { editAnswers } from '@/lib/registration/commands/answers'
import { questionsOf } from '@/lib/registration/queries/questions'
import { readAnswers, sentIn } from '@/lib/registration/rules/questions'
import { readPostedForm } from '@/lib/web/body'
import { goOn, localeIn, sayNo, sendBack, wantsJson } from '@/lib/web/sent-back'

/** The holder's answers to the organiser's questions: a plain form, back to the ticket with what was typed if it is wrong. */
export const POST = holderRoute({ kind: 'ticket', writes: true }, async (request, { holder }) => {
  const data = await readPostedForm(request)
  if (typeof data === 'number') return sayNo(request, 'zh', data)
  const ticket = `/${localeIn(data)}/ticket/${holder.linkId}`
  const { sent } = sentIn(data)
  const questions = await questionsOf(holder)
  const { given: answers, problems } = readAnswers(questions, sent)
  if (Object.keys(problems).length > 0) {
    return sendBack(request, ticket, { values: sent.values, problems, requestKey: null })
  }
  const own = new Set(questions.map(({ id }) => id))
  await editAnswers(holder, { answers, shown: sent.shown.filter((id) => own.has(id)) })
  return wantsJson(request) ? Response.json({ saved: answers.length }) : goOn(`${ticket}?saved=answers`)
})
