import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { SessionView } from '@/lib/draws/queries/view'
import type { EventScope } from '@/lib/people/scope'
import { closeSession } from './actions'

/** What one may need beside: the stage, the public page, the record, the end. */
export async function SessionFoot({
  view,
  scope,
  locale,
}: {
  view: SessionView
  scope: EventScope<'stage.run'>
  locale: string
}) {
  const t = await getTranslations('draws')
  const at = `${scope.seriesSlug}/${scope.eventSlug}`
  const mayClose = !view.closed && (view.step.step === 'arm' || view.step.step === 'close')
  return (
    <>
      <div className="mt-6 flex flex-wrap gap-2">
        {view.kind === 'prizes' && (
          <ButtonLink
            look="line"
            href={`/${locale}/stage/${at}${view.rehearsal ? '?rehearsal=1' : ''}`}
            target="_blank"
          >
            {t('plan.stage')}
          </ButtonLink>
        )}
        {!view.rehearsal && (
          <ButtonLink look="line" href={`/${locale}/${at}/draw`} target="_blank">
            {t('plan.publicPage')}
          </ButtonLink>
        )}
        <ButtonLink look="line" href={`/api/draws/record/${scope.eventId}/${view.id}`} download>
          {t('export')}
        </ButtonLink>
        {mayClose && view.lock && (
          <Dialog
            trigger={t('close.open')}
            title={t('close.title')}
            lead={t('close.lead')}
            close={t('cancel')}
            look={view.step.step === 'close' ? 'ink' : 'line'}
          >
            <ActionButton
              action={closeSession}
              hidden={{ event: scope.eventId, session: view.id, head: view.head }}
              look="bad"
            >
              {t('close.submit')}
            </ActionButton>
          </Dialog>
        )}
      </div>
      {!view.closed && <p className="mt-4 max-w-prose text-sm text-muted">{t('spare.lead')}</p>}
    </>
  )
}
