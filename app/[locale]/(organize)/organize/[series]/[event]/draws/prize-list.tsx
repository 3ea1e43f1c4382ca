import { getTranslations } from 'next-intl/server'
import { Row, Rows, State } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import type { DrawView, SessionView } from '@/lib/draws/queries/view'
import { inLanguage, languageOf } from '@/lib/values/language'

const tones = { left: 'quiet', armed: 'wait', drawn: 'wait', settled: 'good' } as const

/** How far a draw is; seats are given with their result, and nobody is waited for. */
async function Stands({ draw, kind }: { draw: DrawView; kind: SessionView['kind'] }) {
  const t = await getTranslations('draws')
  if (kind === 'seats' && draw.result) return <State tone="good">{(await getTranslations('ballot'))('state')}</State>
  return <State tone={tones[draw.state]}>{t(`list.${draw.state}`)}</State>
}

/** The prizes in their order, how far each is, and who has it. */
export async function PrizeList({ view, locale }: { view: SessionView; locale: string }) {
  const t = await getTranslations('draws')
  return (
    <Section title={view.kind === 'seats' ? (await getTranslations('ballot'))('results') : t('list.title')} id="prizes">
      {view.lock && (
        <p className="mb-4">
          <span className="text-muted">{t('lock.code')}</span>{' '}
          <span className="break-words font-mono font-bold">{view.lock.code}</span>
          <br />
          {t('lock.count', { count: view.lock.count })}
        </p>
      )}
      <Rows>
        {view.draws.map((draw, index) => (
          <Row key={draw.id} lead={index + 1} actions={<Stands draw={draw} kind={view.kind} />}>
            <span className="font-medium" lang={languageOf(locale, draw.title, draw.titleEn)}>
              {inLanguage(locale, draw.title, draw.titleEn)}
            </span>{' '}
            × {draw.units}
            <span className="block text-sm text-muted" lang={languageOf(locale, draw.sponsor, draw.sponsorEn)}>
              {inLanguage(locale, draw.sponsor, draw.sponsorEn)}
            </span>
            {draw.voids.map((reason) => (
              <span key={reason} className="block text-sm text-bad">
                {t('list.void', { reason })}
              </span>
            ))}
            {draw.people.length > 0 && (
              <span className="block">
                {draw.people
                  .filter(({ status }) => status !== 'absent')
                  .map(({ entry, label, n }) => (
                    <span key={entry}>
                      <span className="mr-3 inline-block">
                        {label ?? t('claim.erased')} <span className="text-muted">{t('claim.number', { n })}</span>
                      </span>{' '}
                    </span>
                  ))}
              </span>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
