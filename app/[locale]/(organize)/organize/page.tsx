import { viewerPage } from '@/lib/web/page'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Row, Rows } from '@/components/ui/facts'
import { PageHeading, Section } from '@/components/ui/heading'
import { type LineStop, listMyLines, listMyStops } from '@/lib/events/queries'
import { listMyInvitations } from '@/lib/people/queries'
import { type Role, roleOrder, startsAtOf } from '@/lib/people/roles'
import type { Viewer } from '@/lib/people/scope'
import { listMySeries } from '@/lib/series/queries'
import { inLanguage } from '@/lib/values/language'
import type { Locale } from '@/lib/words/load'
import { acceptMine } from './actions'
import { Line } from './line'
import { NextAction } from './next-action'
import { NotConnected, Own } from './own'
import { StopRow } from './stop-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('series.home'))('title') }
}

export default viewerPage(async ({ viewer, locale, search }) => {
  const t = await getTranslations('series.home')
  const series = await listMySeries(viewer)
  const whole = series.filter((one) => one.whole)
  const lines = await listMyLines(viewer)
  const stops = (await listMyStops(viewer)).filter((stop) => !whole.some(({ slug }) => slug === stop.series.slug))
  const create = viewer.owner && (
    <ButtonLink href={`/${locale}/organize/new`} look={whole.length > 0 ? 'line' : 'ink'}>
      {t('create')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} action={whole.length > 0 && create} />
      {search.error === 'elsewhere' && <NotConnected />}
      <Invitations viewer={viewer} locale={locale} />
      {whole.map((one) => (
        <SeriesSection
          key={one.id}
          locale={locale}
          series={one}
          stops={lines.filter(({ seriesId }) => seriesId === one.id)}
        />
      ))}
      {stops.length > 0 && (
        <Section title={t('stops')}>
          <Rows>
            {stops.map((stop) => (
              <StopRow
                key={stop.id}
                stop={stop}
                seriesSlug={stop.series.slug}
                locale={locale}
                start={startOf(stop.memberships)}
              />
            ))}
          </Rows>
        </Section>
      )}
      {series.length === 0 && <Empty action={create}>{t(viewer.owner ? 'empty' : 'emptyMember')}</Empty>}
      <Own viewer={viewer} locale={locale} />
    </>
  )
})

/** The strongest of one's roles at a stop decides where it opens. */
function startOf(memberships: { role: Role }[]): string {
  const role = roleOrder.find((one) => memberships.some((held) => held.role === one))
  return role ? startsAtOf(role) : ''
}

async function Invitations({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const t = await getTranslations()
  const invitations = await listMyInvitations(viewer, new Date())
  if (invitations.length === 0) return null
  return (
    <Section title={t('series.home.invited')}>
      <Rows>
        {invitations.map(({ id, role, series, event, invitedBy }) => {
          const name = inLanguage(locale, series.name, series.nameEn)
          const city = event && inLanguage(locale, event.city, event.cityEn)
          const place = city ? t('people.accept.place', { series: name, city }) : name
          return (
            <Row
              key={id}
              actions={
                <ActionButton action={acceptMine} hidden={{ id }} look="ink">
                  {t('people.accept.submit')}
                </ActionButton>
              }
            >
              {t('people.accept.lead', { inviter: invitedBy.name, place, role: t(`people.roles.${role}.name`) })}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

type One = Awaited<ReturnType<typeof listMySeries>>[number]

function SeriesSection({ locale, series, stops }: { locale: Locale; series: One; stops: LineStop[] }) {
  const name = inLanguage(locale, series.name, series.nameEn)
  return (
    <Section title={<a href={`/${locale}/organize/${series.slug}`}>{name}</a>}>
      <Line stops={stops} seriesSlug={series.slug} seriesName={name} locale={locale} />
      <NextAction stops={stops} seriesSlug={series.slug} locale={locale} />
    </Section>
  )
}
