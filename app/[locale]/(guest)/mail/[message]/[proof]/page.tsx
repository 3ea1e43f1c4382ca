import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { findMailChoice } from '@/lib/messages/queries/outbox'
import { isMailChoice, type MailChoice } from '@/lib/messages/schema'
import { type Locale, words } from '@/lib/words/load'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'messages')('choice.title'), referrer: 'same-origin' }
}

/** Where a mail's own link leads. It only shows: mail scanners open links, but they do not press buttons. */
export default publicPage(async ({ params, search, locale }) => {
  const { message = '', proof = '' } = params
  const found = (await findMailChoice(message, proof)) ?? notFound()
  const t = words(locale, 'messages')
  const form = { action: `/api/mail/${message}/${proof}`, locale }
  return (
    <>
      <h1 className="text-3xl font-bold">{t('choice.title')}</h1>
      <p className="mt-2 text-muted">{t('choice.address', { address: found.address })}</p>
      {isMailChoice(search.done) && (
        <p role="status" className="mt-6 border-l-4 border-good pl-3 text-lg">
          {t(`choice.done.${search.done}`)}
        </p>
      )}
      {found.stopped && (
        <Part lead={t(found.stopped === 'all' ? 'choice.stoppedAll' : 'choice.stoppedNews')}>
          <Press {...form} choice="resume" look="line">
            {t('choice.resume')}
          </Press>
          {found.stopped === 'all' && <p className="mt-3 text-sm text-muted">{t('choice.resumeLead')}</p>}
        </Part>
      )}
      {found.stopped !== 'all' && found.aboutSeat && (
        <Part title={t('choice.notMeTitle')} lead={t('choice.notMeLead')}>
          <Press {...form} choice="disown" look="bad">
            {t('choice.notMe')}
          </Press>
        </Part>
      )}
      {!found.stopped && (
        <Part title={t('choice.stopTitle')} lead={t('choice.stopLead')}>
          <Press {...form} choice="stop" look="line">
            {t('choice.stop')}
          </Press>
        </Part>
      )}
    </>
  )
})

function Part({ title, lead, children }: { title?: string; lead: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-rule pt-5">
      {title && <h2 className="text-lg font-bold">{title}</h2>}
      <p className="mt-1 mb-4 max-w-prose">{lead}</p>
      {children}
    </section>
  )
}

type PressProps = { action: string; locale: Locale; choice: MailChoice; look: ButtonLook; children: ReactNode }

/** A plain form, so that it works in every browser a mail program opens. */
function Press({ action, locale, choice, look, children }: PressProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="choice" value={choice} />
      <Button type="submit" look={look} className="min-h-12">
        {children}
      </Button>
    </form>
  )
}
