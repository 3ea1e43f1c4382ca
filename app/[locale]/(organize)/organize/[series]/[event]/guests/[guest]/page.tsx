import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { alikeOf } from '@/lib/registration/queries/alike'
import { findGuest, listGuestHistory } from '@/lib/registration/queries/guest'
import { neighboursOf } from '@/lib/registration/queries/guests'
import { listAnswers } from '@/lib/registration/queries/questions'
import { guestFilter } from '@/lib/registration/schema/guests'
import { isUuid } from '@/lib/values/uuid'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../../frame'
import { Board } from '../board'
import { GuestPanel } from './guest-panel'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('guests.title') }
}

export default organizerPage({ may: 'guests.view' }, async ({ scope, locale, params, search }) => {
  const id = isUuid(params.guest) ? params.guest : notFound()
  const filter = guestFilter(search)
  const guest = (await findGuest(scope, id)) ?? notFound()
  const [history, neighbours, answers, alike] = await Promise.all([
    listGuestHistory(scope, id),
    neighboursOf(scope, filter, id),
    listAnswers(scope, id),
    alikeOf(scope, [guest]),
  ])
  return (
    <EventFrame scope={scope} part="guests">
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_25rem] lg:items-start lg:gap-x-8">
        <Board
          scope={scope}
          locale={locale}
          filter={filter}
          after={isUuid(search.after) ? search.after : undefined}
          open={id}
        />
        <GuestPanel
          scope={scope}
          locale={locale}
          filter={filter}
          alike={alike.get(id) ?? []}
          {...{ guest, history, neighbours, answers }}
        />
      </div>
    </EventFrame>
  )
})
