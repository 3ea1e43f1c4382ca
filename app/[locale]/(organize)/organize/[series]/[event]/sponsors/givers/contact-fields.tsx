import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/form/fields'

type Contact = { name: string; email: string | null; phone: string | null; wechat: string }

/** A named person at a sponsor and how to reach them. */
export async function ContactFields({ contact }: { contact?: Contact }) {
  const t = await getTranslations('sponsors.fields')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="name"
        label={t('contactName')}
        hint={t('contactNameHint')}
        required
        maxLength={60}
        autoComplete="off"
        defaultValue={contact?.name}
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        autoComplete="off"
        defaultValue={contact?.email ?? ''}
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('phone')}
        autoComplete="off"
        defaultValue={contact?.phone ?? ''}
      />
      <TextField
        name="wechat"
        label={t('wechat')}
        maxLength={60}
        autoComplete="off"
        defaultValue={contact?.wechat ?? ''}
      />
    </div>
  )
}
