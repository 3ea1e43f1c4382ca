import { holderPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pigmentStyle } from '@/components/brand/pigments'
import { ActionButton } from '@/components/form/action-button'
import { config } from '@/lib/config'
import { linkPath } from '@/lib/people/holder'
import { answersOf, questionsOf } from '@/lib/registration/queries/questions'
import { findTicket } from '@/lib/registration/queries/ticket'
import { isPigment } from '@/lib/values/pigments'
import { secretOf } from '@/lib/web/holder'
import { typedBefore } from '@/lib/web/typed'
import { isInWeChat } from '@/lib/web/visit'
import { words } from '@/lib/words/load'
import { uncancelTicket } from './actions'
import { Answers } from './answers'
import { DrawNote } from './draw-note'
import { EventFacts } from './event-facts'
import { Mine } from './mine'
import { MyCodes } from './my-codes'
import { Offer } from './offer'
import { Pass } from './pass'
import { isOver, standingOf } from './standing'
import { StatusHeading } from './status-heading'
import { StillComing } from './still-coming'
import { ThankGivers } from './thank-giver'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('ticket.title') }
}

export default holderPage({ kind: 'ticket' }, async ({ holder, locale, search }) => {
  const ticket = (await findTicket(holder)) ?? notFound()
  const now = new Date()
  const [standing, over] = [standingOf(ticket, now), isOver(ticket, now)]
  const t = words(locale, 'registration')
  const secret = await secretOf(holder.linkId)
  const address = secret ? `${config().SITE_URL}${linkPath('ticket', secret)}` : null
  const inWeChat = await isInWeChat()
  const seated = standing === 'confirmed' || standing === 'in' || standing === 'over'
  const shown = { ticket, standing, over, locale, link: holder.linkId, inWeChat }
  return (
    <div style={isPigment(ticket.event.pigment) ? pigmentStyle(ticket.event.pigment) : undefined}>
      <StatusHeading {...shown} />
      {standing === 'offered' && <Offer link={holder.linkId} locale={locale} />}
      {!over && (standing === 'cancelled' || standing === 'lapsed') && (
        <div className="mt-4">
          <ActionButton action={uncancelTicket} hidden={{ link: holder.linkId, id: ticket.id }} look="ink">
            {t(standing === 'lapsed' ? 'ticket.rejoin' : 'ticket.uncancel')}
          </ActionButton>
        </div>
      )}
      {address && seated && <Pass {...shown} address={address} />}
      <StillComing {...shown} />
      <DrawNote
        holder={holder}
        name={ticket.name}
        page={`/${locale}/${ticket.event.series.slug}/${ticket.event.slug}/draw`}
        locale={locale}
        seated={seated}
      />
      <MyCodes holder={holder} locale={locale} />
      <ThankGivers holder={holder} name={ticket.name} locale={locale} />
      <EventFacts {...shown} />
      <Mine
        {...shown}
        address={address}
        answers={
          <Answers
            {...shown}
            questions={(await questionsOf(holder)).filter(({ removed }) => !removed)}
            answers={await answersOf(holder)}
            typed={await typedBefore(search.again)}
            saved={search.saved === 'answers'}
          />
        }
      />
    </div>
  )
})
