import { Fact, Facts } from '@/components/ui/facts'
import type { GuestAnswer } from '@/lib/registration/queries/questions'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'

/** What a guest answered to the organiser's questions; what is kept shorter says so. */
export function Answered({ answers, locale }: { answers: GuestAnswer[]; locale: Locale }) {
  if (answers.length === 0) return null
  const t = words(locale, 'guests')
  return (
    <>
      <h2 className="mt-6 mb-1 text-lg font-bold">{t('answers.title')}</h2>
      <Facts>
        {answers.map(({ label, labelEn, sensitive, given }) => (
          <Fact key={label} label={inLanguage(locale, label, labelEn)}>
            <span lang={languageOf(locale, label, labelEn)} className="break-words">
              {given.join(t('panel.separator'))}
            </span>
            {sensitive && <span className="block text-sm text-muted">{t('answers.sensitive')}</span>}
          </Fact>
        ))}
      </Facts>
    </>
  )
}
