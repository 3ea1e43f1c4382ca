import { getTranslations } from 'next-intl/server'
import { Choice, TextArea, TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import type { BoardNeed } from '@/lib/sponsors/queries/needs'
import { sortOf } from '@/lib/sponsors/rules/ledger'
import { giftSorts } from '@/lib/sponsors/schema/gifts'
import { wallTimeOf } from '@/lib/values/time'

type Props = { need?: BoardNeed; timeZone: string }

/** What is needed, how many, by when; the rest when asked for. */
export async function NeedFields({ need, timeZone }: Props) {
  const t = await getTranslations('needs.fields')
  const sorts = await getTranslations('sponsors.sorts')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="title"
          label={t('title')}
          hint={t('titleHint')}
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={need?.title}
        />
        <Choice
          name="sort"
          label={t('sort')}
          required
          defaultValue={need ? sortOf(need.kind, need.prizeKind) : 'prize-thing'}
          options={giftSorts.map((sort) => [sort, sorts(sort)] as const)}
        />
        <TextField
          name="quantity"
          label={t('quantity')}
          hint={t('quantityHint')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={need?.quantity ?? ''}
        />
        <TextField
          name="due"
          type="date"
          label={t('due')}
          hint={t('dueHint')}
          defaultValue={need?.dueAt ? wallTimeOf(need.dueAt, timeZone).slice(0, 10) : ''}
        />
      </div>
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} defaultValue={need?.note} />
      <Disclosure summary={t('titleEn')} open={Boolean(need?.titleEn || need?.noteEn)}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="titleEn" label={t('titleEn')} maxLength={120} lang="en" defaultValue={need?.titleEn ?? ''} />
          <TextArea name="noteEn" label={t('noteEn')} rows={2} lang="en" defaultValue={need?.noteEn ?? ''} />
        </div>
      </Disclosure>
    </>
  )
}
