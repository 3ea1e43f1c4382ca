import { organizerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { guestFilter } from '@/lib/registration/schema/guests'
import { isUuid } from '@/lib/values/uuid'
import { words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { Board } from './board'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'registration')('guests.title') }
}

export default organizerPage({ may: 'guests.view' }, ({ scope, locale, search }) => (
  <EventFrame scope={scope} part="guests">
    <Board
      scope={scope}
      locale={locale}
      filter={guestFilter(search)}
      after={isUuid(search.after) ? search.after : undefined}
    />
  </EventFrame>
))
