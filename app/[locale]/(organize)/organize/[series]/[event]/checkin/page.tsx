import { organizerPage } from '@/lib/web/page'
import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeading, Section } from '@/components/ui/heading'
import { countIn, findAtDoor, findVerdict, listScans } from '@/lib/checkin/queries'
import { mayOnEvent } from '@/lib/people/roles'
import { isUuid } from '@/lib/values/uuid'
import { allWords, words } from '@/lib/words/load'
import { EventFrame } from '../../../../frame'
import { scan } from './actions'
import { DoorForm } from './door-form'
import { Found } from './found'
import { LiveCount } from './live-count'
import { Recent } from './recent'
import { Verdict } from './verdict'
import { WalkIn } from './walk-in'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params
  return { title: words(locale, 'checkin')('title') }
}

export default organizerPage({ may: 'checkin.run' }, async ({ scope, locale, search }) => {
  const q = (search.q ?? '').slice(0, 80).trim()
  const [count, verdict, found, scans] = await Promise.all([
    countIn(scope),
    isUuid(search.scan) ? findVerdict(scope, search.scan) : null,
    q ? findAtDoor(scope, q) : null,
    listScans(scope),
  ])
  const t = words(locale, 'checkin')
  const at = { eventId: scope.eventId, timeZone: scope.timeZone, locale }
  const scanId = randomUUID()
  return (
    <EventFrame scope={scope} part="checkin">
      <PageHeading
        title={t('title')}
        lead={mayOnEvent(scope.role, 'guests.view') ? undefined : t('masked')}
        action={
          <LiveCount
            address={`/api/checkin/${scope.eventId}`}
            live={`/api/live/door/${scope.eventId}`}
            start={count}
            words={{ inside: t('count'), of: t.raw('of') as string }}
          />
        }
      />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <DoorForm
            key={scanId}
            action={scan}
            eventId={scope.eventId}
            scanId={scanId}
            typed={q}
            words={{
              field: t('field'),
              hint: t('fieldHint'),
              submit: t('submit'),
              camera: allWords(locale).checkin.camera,
            }}
          />
          <div aria-live="assertive">{verdict && <Verdict verdict={verdict} {...at} />}</div>
          {found && <Found found={found} q={q} {...at} />}
          <Disclosure summary={t('walkIn')} look="line" className="mt-8" open={found?.length === 0}>
            <WalkIn eventId={scope.eventId} name={found?.length === 0 ? q : ''} locale={locale} />
          </Disclosure>
        </div>
        <div className="mt-10 lg:mt-0">
          <Section title={t('recent')} id="recent">
            <Recent scans={scans} {...at} />
          </Section>
        </div>
      </div>
    </EventFrame>
  )
})
