import { publicPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { JsonLd } from '@/components/layout/json-ld'
import { seatsStateOf } from '@/lib/events/rules'
import { currentNonce } from '@/lib/web/visit'
import { isLocale } from '@/lib/words/load'
import { seatsOf, stopOf } from '../../load'
import { RegisterBar } from './register-bar'
import { StopSheet } from './sheet'
import { metaOfStop, structuredOf } from './told'

type Props = { params: Promise<{ locale: string; series: string; event: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, ...params } = await props.params
  if (!isLocale(locale)) return {}
  const { stop } = await stopOf({ params, locale })
  return metaOfStop(stop, locale, new Date())
}

export default publicPage(async ({ params, locale }) => {
  const { tour, stop } = await stopOf({ params, locale })
  const now = new Date()
  const seats = await seatsOf(stop, tour.slug)
  const seatsState = seatsStateOf(stop, seats, now)
  const shown = { tour, stop, locale, now, seats, seatsState }
  return (
    <>
      <StopSheet {...shown} bar={<RegisterBar {...shown} />} />
      <JsonLd nonce={await currentNonce()} data={structuredOf(shown)} />
    </>
  )
})
