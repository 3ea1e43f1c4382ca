import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { FileField, TextArea, Tick } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import type { Desk } from '@/lib/sponsors/queries/desk'
import { sealCodes, withdrawCodes } from './actions'

type Props = { gift: Desk['gifts'][number]; link: string; title: string }

/** Codes go in and are never shown again, but to whoever wins them: here only how many there are. */
export async function Codes({ gift, link, title }: Props) {
  const t = await getTranslations('sponsors.desk.codes')
  const { codes } = gift
  return (
    <Disclosure
      summary={codes > 0 ? t('sealed', { count: codes }) : t('open')}
      label={t('openFor', { title })}
      className="open:order-last open:basis-full open:pl-2"
    >
      <p className="mb-4 text-muted">{t('lead')}</p>
      <ActionForm action={sealCodes} hidden={{ link, id: gift.id }} submit={t('seal')} again>
        <TextArea name="codes" label={t('label')} hint={t('hint')} rows={5} className="font-mono" />
        <FileField name="list" label={t('list')} hint={t('listHint')} accept=".txt,.csv,text/plain,text/csv" />
        <Tick name="raise" label={t('raise')} />
      </ActionForm>
      {codes > 0 && (
        <ActionButton action={withdrawCodes} hidden={{ link, id: gift.id }} look="bad" className="mt-4">
          {t('withdraw')}
        </ActionButton>
      )}
    </Disclosure>
  )
}
