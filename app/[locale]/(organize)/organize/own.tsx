import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Row, Rows } from '@/components/ui/facts'
import { listMyProviders } from '@/lib/people/queries'
import type { Viewer } from '@/lib/people/scope'
import { oauthNames } from '@/lib/web/providers'
import type { Locale } from '@/lib/words/load'
import { disconnect, saveOwnName } from './actions'

type Props = { viewer: Viewer; locale: Locale }

/** What one is called (the first owner comes without a name of theirs), and by which accounts elsewhere one comes in. */
export async function Own({ viewer, locale }: Props) {
  const t = await getTranslations('people.own')
  return (
    <Disclosure summary={t('summary', { name: viewer.name })} className="mt-12 border-t border-rule pt-2">
      <ActionForm action={saveOwnName} submit={t('save')} look="line" className="max-w-sm">
        <TextField
          name="name"
          label={t('name')}
          hint={t('hint')}
          required
          maxLength={40}
          autoComplete="name"
          defaultValue={viewer.name}
        />
      </ActionForm>
      <Elsewhere viewer={viewer} locale={locale} />
    </Disclosure>
  )
}

/** Back from another house without having been connected. */
export async function NotConnected() {
  const t = await getTranslations('people.own')
  return (
    <p role="alert" className="mb-6 border-l-4 border-bad pl-3">
      {t('notConnected')}
    </p>
  )
}

async function Elsewhere({ viewer, locale }: Props) {
  const houses = oauthNames()
  if (houses.length === 0) return null
  const [t, connected] = [await getTranslations(), await listMyProviders(viewer)]
  return (
    <div className="mt-8 max-w-xl">
      <h3 className="font-bold">{t('people.own.elsewhere')}</h3>
      <p className="mb-3 text-sm text-muted">{t('people.own.elsewhereHint')}</p>
      <Rows>
        {houses.map(({ id, name }) => (
          <Row
            key={id}
            actions={
              connected.includes(id) ? (
                <ActionButton action={disconnect} hidden={{ provider: id }}>
                  {t('people.own.disconnect')}
                </ActionButton>
              ) : (
                <form method="post" action={`/api/auth/signin/${id}`}>
                  <input type="hidden" name="locale" value={locale} />
                  <Button type="submit" look="line">
                    {t('people.own.connect')}
                  </Button>
                </form>
              )
            }
          >
            {id === 'wechat' ? t('account.signIn.wechat') : name}
            {connected.includes(id) && <span className="text-muted"> · {t('people.own.connected')}</span>}
          </Row>
        ))}
      </Rows>
    </div>
  )
}
