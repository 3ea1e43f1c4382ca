import { SecretLink } from '@/components/form/secret-link'
import { listMyCodes } from '@/lib/draws/queries/codes'
import type { TicketHolder } from '@/lib/people/holder'
import { inLanguage, languageOf } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { revealCode } from './actions'

/** Codes that this ticket won: opened with one press, by its holder only. Works without JavaScript. */
export async function MyCodes({ holder, locale }: { holder: TicketHolder; locale: Locale }) {
  const t = words(locale, 'prizes')
  return (await listMyCodes(holder)).map(({ unitId, title, titleEn, here }) => (
    <section key={unitId} className="mb-4 flex flex-col gap-2 border-b border-rule pb-4">
      <h2 className="font-bold" lang={languageOf(locale, title, titleEn)}>
        {inLanguage(locale, title, titleEn)}
      </h2>
      {here ? (
        <SecretLink
          make={revealCode}
          hidden={{ link: holder.linkId, unit: unitId }}
          words={{
            make: t('code.open'),
            label: t('code.openFor', { title: inLanguage(locale, title, titleEn) }),
            once: t('code.yours'),
            field: t('code.field'),
            copy: t('code.copy'),
            copied: t('code.copied'),
          }}
        />
      ) : (
        <p className="text-muted">{t('refusals.code-not-here')}</p>
      )}
    </section>
  ))
}
