import { getTranslations } from 'next-intl/server'
import { TextArea, TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import { generatedTexts } from '@/lib/recap/rules/compose'
import type { RecapData } from '@/lib/recap/rules/data'
import type { Locale } from '@/lib/words/load'

const fields = ['headline', 'opening', 'icebreaker', 'raffle', 'closing'] as const

/** The sentences that can be written by hand, each with what stands there otherwise; the page's language first. */
export async function WrittenFields({ data, locale }: { data: RecapData; locale: Locale }) {
  const t = await getTranslations('recap.editor')
  const other = locale === 'zh' ? 'en' : 'zh'
  const { written } = data
  const hasOther = fields.some((field) => (other === 'en' ? written?.[`${field}En`] : written?.[field]))
  return (
    <>
      <InLanguage data={data} locale={locale} />
      <Disclosure summary={t(`fieldsIn.${other}`)} look="line" open={hasOther}>
        <div className="flex flex-col gap-5">
          <InLanguage data={data} locale={other} />
        </div>
      </Disclosure>
    </>
  )
}

async function InLanguage({ data, locale }: { data: RecapData; locale: Locale }) {
  const t = await getTranslations('recap.editor')
  const generated = generatedTexts(data, locale)
  const { written } = data
  return fields.map((field) => {
    const english: `${typeof field}En` = `${field}En`
    const common = {
      name: locale === 'en' ? english : field,
      label: t(field),
      hint: generated[field] && t('generated', { text: generated[field] }),
      lang: locale === 'en' ? 'en' : 'zh-CN',
      defaultValue: (locale === 'en' ? written?.[english] : written?.[field]) ?? '',
    }
    return field === 'headline' ? <TextField key={field} {...common} /> : <TextArea key={field} {...common} rows={3} />
  })
}
