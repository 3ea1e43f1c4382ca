import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import type { EventScope } from '@/lib/people/scope'
import { countHearers, type PlanChange, previewChange } from '@/lib/registration/queries/announcement'
import { languageTag } from '@/lib/words/load'

/** Before the button: how many will hear of it, and the very words they will read. */
export async function Hearers({ scope, change }: { scope: EventScope<'event.edit'>; change: PlanChange }) {
  const t = await getTranslations('events.steps')
  const { mail, hand } = await countHearers(scope)
  const total = mail + hand
  if (total === 0) return <p className="text-sm text-muted">{t('hear', { total })}</p>
  return (
    <div className="border-l-4 border-pigment pl-4">
      <p className="font-medium">{t('hear', { total })}</p>
      <p className="text-sm text-muted">
        {hand > 0 && t('hearHand', { hand })} {t('hearHold')}
      </p>
      <Disclosure summary={t('preview')}>
        <div className="flex flex-col gap-5">
          {(await previewChange(scope, change, t('previewReason'))).map(({ locale, subject, text }) => (
            <div key={locale} lang={languageTag[locale]}>
              <p className="text-sm text-muted">{t(locale)}</p>
              <p className="font-medium">{subject}</p>
              <p className="mt-1 max-w-prose whitespace-pre-wrap break-words text-sm">{text}</p>
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
