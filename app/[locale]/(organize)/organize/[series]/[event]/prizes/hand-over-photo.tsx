import { ActionForm } from '@/components/form/action-form'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { HandOverRow } from '@/lib/draws/queries/handover'
import { type Locale, words } from '@/lib/words/load'
import { keepHandOverPhoto } from './actions'

type Props = { row: HandOverRow; event: string; locale: Locale }

/** A photo for the winner and the thanks, where they agreed to photos. */
export function HandOverPhoto({ row, event, locale }: Props) {
  const t = words(locale, 'hat')
  return (
    <Disclosure summary={t(row.photo ? 'over.photoThere' : 'over.photo')} className="basis-full">
      <ActionForm action={keepHandOverPhoto} hidden={{ event, win: row.id }} submit={t('over.photoSubmit')} look="line">
        <PictureField name="photo" label={t('over.photo')} hint={t('over.photoHint')} current={row.photo} />
      </ActionForm>
    </Disclosure>
  )
}
