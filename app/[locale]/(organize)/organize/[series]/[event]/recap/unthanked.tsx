import { getTranslations } from 'next-intl/server'
import { Row, Rows, State } from '@/components/ui/facts'
import { Section } from '@/components/ui/heading'
import type { Unthanked as Found } from '@/lib/recap/rules/unthanked'

// Where each can be put right.
const places = {
  'not-named': null,
  'no-contact': 'gift',
  'not-received': 'gift',
  'not-told': 'gift',
  'no-host': 'gift',
  'no-people': 'program',
  'no-lead': 'crew',
  'no-crew': 'crew',
  'not-sent': 'thanks',
} as const

const paths = { gift: 'sponsors', program: 'program', crew: 'crew', thanks: 'recap/thanks' } as const

/** Who would be left out or is still owed a word, each with the way to put it right. */
export async function Unthanked({ found, base }: { found: Found[]; base: string }) {
  const t = await getTranslations('recap.check')
  return (
    <Section id="unthanked" title={t('title')}>
      {found.length === 0 ? (
        <State tone="good">{t('clear')}</State>
      ) : (
        <>
          <State tone="wait">{t('open', { count: found.length })}</State>
          <Rows className="mt-3">
            {found.map(({ why, what, id }) => {
              const place = places[why]
              const gift = place === 'gift' && id && why === 'no-contact' ? `/gifts/${id}` : ''
              return (
                <Row
                  key={`${why}-${what}-${id}`}
                  actions={
                    place && (
                      <a href={`${base}/${paths[place]}${gift}`} className="inline-flex min-h-11 items-center text-sm">
                        {t(`fix.${place}`)}
                      </a>
                    )
                  }
                >
                  {t(`why.${why}`, { what })}
                </Row>
              )
            })}
          </Rows>
        </>
      )}
    </Section>
  )
}
