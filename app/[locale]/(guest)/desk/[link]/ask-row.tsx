import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Row } from '@/components/ui/facts'
import { Said } from '@/components/ui/said'
import type { Desk } from '@/lib/sponsors/queries/desk'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { answerAsk, takeBackAnswer } from './actions'

type Props = { gift: Desk['gifts'][number]; link: string; locale: Locale }

/** What the organisers hope for, answered with one press. */
export async function AskRow({ gift, link, locale }: Props) {
  const t = await getTranslations('sponsors')
  const title = inLanguage(locale, gift.title, gift.titleEn)
  const hidden = { link, id: gift.id, from: 'asked' }
  return (
    <Row
      actions={
        <>
          <ActionButton
            action={answerAsk}
            undo={takeBackAnswer}
            look="ink"
            hidden={{ ...hidden, to: 'pledged' }}
            label={t('desk.yesFor', { title })}
          >
            {t('desk.yes')}
          </ActionButton>
          <ActionButton
            action={answerAsk}
            undo={takeBackAnswer}
            hidden={{ ...hidden, to: 'declined' }}
            label={t('desk.noFor', { title })}
          >
            {t('desk.no')}
          </ActionButton>
        </>
      }
    >
      <p className="font-bold">
        <Said locale={locale}>{title}</Said>
      </p>
      <p className="text-sm text-muted">
        {t(`kinds.${gift.kind}`)}
        {gift.quantity !== null && ` · ${t('quantity', { kind: gift.kind, count: gift.quantity })}`}
      </p>
    </Row>
  )
}
