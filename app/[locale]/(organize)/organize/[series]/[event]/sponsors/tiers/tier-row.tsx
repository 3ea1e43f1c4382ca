import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { MoveButtons } from '@/components/form/move-buttons'
import { Disclosure } from '@/components/ui/disclosure'
import { Row } from '@/components/ui/facts'
import type { Tier } from '@/lib/sponsors/queries/tiers'
import { tierShown } from '@/lib/sponsors/rules/tiers'
import { inLanguage } from '@/lib/values/language'
import { markOf } from '@/lib/values/mark'
import { editTier, moveTier, removeTier } from './actions'

type Props = { tier: Tier; event: string; locale: string; place: { first: boolean; last: boolean } }

/** One tier: its name, its place, and how to change both. */
export async function TierRow({ tier, event, locale, place }: Props) {
  const t = await getTranslations('tiers')
  const name = inLanguage(locale, tier.name, tier.nameEn)
  const hidden = { event, id: tier.id }
  return (
    <Row
      actions={
        <>
          <MoveButtons
            action={moveTier}
            hidden={hidden}
            words={{ up: t('upFor', { name }), down: t('downFor', { name }) }}
            place={place}
          />
          <ActionButton action={removeTier} look="bad" hidden={hidden} label={t('removeFor', { name })}>
            {t('remove')}
          </ActionButton>
        </>
      }
    >
      <span className="font-bold">{name}</span>
      <Disclosure summary={t('edit')} label={t('editFor', { name })}>
        <ActionForm action={editTier} hidden={{ ...hidden, version: markOf(tierShown(tier)) }} submit={t('save')}>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField name="name" label={t('name')} required maxLength={40} defaultValue={tier.name} />
            <TextField name="nameEn" label={t('nameEn')} lang="en" maxLength={60} defaultValue={tier.nameEn ?? ''} />
          </div>
        </ActionForm>
      </Disclosure>
    </Row>
  )
}
