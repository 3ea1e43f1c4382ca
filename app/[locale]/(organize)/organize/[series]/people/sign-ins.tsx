import { getTranslations } from 'next-intl/server'
import { Address } from '@/components/ui/address'
import { CopyButton } from '@/components/ui/copy-button'
import { Row, Rows } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import type { listWaitingSignIns } from '@/lib/people/queries'
import { clockText } from '@/lib/values/when'
import type { Locale } from '@/lib/words/load'

type Props = { waiting: Awaited<ReturnType<typeof listWaitingSignIns>>; locale: Locale }

/** Sign-in links that cannot be mailed, for the owner to pass on by hand. */
export async function SignIns({ waiting, locale }: Props) {
  if (waiting.length === 0) return null
  const t = await getTranslations('people.signIns')
  return (
    <Section title={t('title')}>
      <p className="mb-3 max-w-prose text-muted">{t('lead')}</p>
      <Rows>
        {waiting.map(({ email, link, askedAt }) => (
          <Row
            key={email}
            actions={
              <CopyButton text={link} done={t('copied')} look="line">
                {t('copy')}
              </CopyButton>
            }
          >
            <p className="wrap-anywhere font-medium">
              <Address>{email}</Address>
            </p>
            <p className="text-sm text-muted">{t('asked', { at: clockText(askedAt, 'Asia/Shanghai', locale) })}</p>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
