import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Section } from '@/components/ui/heading'
import { Check } from '@/components/ui/icons'
import { type BeforePublishItem, canPublish } from '@/lib/events/rules'
import { mayOnEvent } from '@/lib/people/roles'
import type { EventScope } from '@/lib/people/scope'
import type { Locale } from '@/lib/words/load'
import { publish, unpublish } from './actions'

type Props = { scope: EventScope<'event.view'>; list: BeforePublishItem[]; locale: Locale }

const places: Record<BeforePublishItem['key'], string> = {
  date: 'edit',
  talks: 'program',
  deadline: 'edit',
  summary: 'edit',
  venue: 'edit#venue',
  length: 'program',
  speakers: 'program',
  gifts: 'sponsors',
}

/** The list before publishing: what blocks first, each open thing a way to where it is settled; then the one button. */
export async function BeforePublish({ scope, list, locale }: Props) {
  const t = await getTranslations('events.checklist')
  const base = `/${locale}/organize/${scope.seriesSlug}/${scope.eventSlug}`
  const ready = canPublish(list)
  const open = list.filter(({ blocks, done }) => blocks && !done).length
  const preview = (
    <ButtonLink look="line" href={`${base}/preview`}>
      {t('preview')}
    </ButtonLink>
  )
  return (
    <Section title={t('title')} id="before-publish">
      <p className="mb-3 text-muted">{ready ? t('ready') : t('notReady', { count: open })}</p>
      <ol className="border-t border-rule">
        {list.map(({ key, done, blocks }) => (
          <li key={key} className="flex min-h-12 items-center gap-3 border-b border-rule">
            <Mark done={done} blocks={blocks} />
            {done ? (
              <span className="min-w-0 flex-1 py-2 text-muted">{t(`${key}.done`)}</span>
            ) : (
              <a href={`${base}/${places[key]}`} className="flex min-h-12 min-w-0 flex-1 items-center py-2">
                {t(`${key}.open`)}
              </a>
            )}
            <span className={classes('shrink-0 text-sm', !done && blocks ? 'font-medium text-bad' : 'text-muted')}>
              {done ? t('done') : t(blocks ? 'must' : 'advice')}
            </span>
          </li>
        ))}
      </ol>
      {ready && mayOnEvent(scope.role, 'event.edit') ? (
        <ActionForm
          className="mt-5"
          action={publish}
          undo={unpublish}
          hidden={{ event: scope.eventId }}
          submit={t('publish')}
          aside={preview}
        />
      ) : (
        <p className="mt-5">{preview}</p>
      )}
    </Section>
  )
}

// The shape differs as well as the colour: a filled station is done, a ring is open.
function Mark({ done, blocks }: { done: boolean; blocks: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-flex size-5 shrink-0 items-center justify-center rounded-full',
        done ? 'bg-pigment text-paper' : blocks ? 'border-[3px] border-ink' : 'border-[3px] border-rule',
      )}
    >
      {done && <Check className="size-3.5" strokeWidth={3} />}
    </span>
  )
}
