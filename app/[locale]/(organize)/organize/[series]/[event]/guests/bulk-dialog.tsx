'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { briefly } from '@/components/ui/toaster'
import { type BulkAct, canUndo, mustType } from '@/lib/registration/schema/guests'
import { type Chosen, type Progress, runBulk } from './run-bulk'

type Props = {
  act: BulkAct
  eventId: string
  count: number
  chosen: Chosen
  /** Everything is said and done: nobody is chosen any more. */
  over: () => void
}
type Stage = { name: 'asking'; why?: string } | { name: 'running' | 'over'; progress: Progress }

/** Asks before many guests are approved, declined or cancelled, shows how far it is, and tells who was left and why. */
export function BulkDialog({ act, eventId, count, chosen, over }: Props) {
  const t = useTranslations('guests.bulk')
  const router = useRouter()
  const [stage, setStage] = useState<Stage>({ name: 'asking' })
  const stop = useRef<AbortController | null>(null)
  const told = { eventId, locale: useLocale(), count }
  const ends = act === 'decline' || act === 'cancel'

  const submit = async (event: FormEvent<HTMLFormElement>, close: () => void) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const notify = data.get('notify') === 'on'
    stop.current = new AbortController()
    const order = {
      ...told,
      act,
      notify,
      typed: String(data.get('typed') ?? ''),
      reason: String(data.get('reason') ?? ''),
    }
    const seen = (progress: Progress) => setStage({ name: 'running', progress })
    const progress = await runBulk(order, chosen, seen, stop.current.signal)
    if (progress.why && progress.done.length === 0) {
      return setStage({ name: 'asking', why: progress.why === 'broken' ? t('broken') : progress.why })
    }
    router.refresh()
    if (progress.refused.length || progress.why || progress.stopped) return setStage({ name: 'over', progress })
    close()
    setStage({ name: 'asking' })
    say(progress.done, notify)
    over()
  }

  const say = (done: string[], notify: boolean) => {
    const message = t('report', { done: done.length })
    if (!canUndo(act, notify, count)) return void toast.success(message, briefly)
    const onClick = async () => {
      const back = await runBulk({ ...told, count: done.length, act: 'restore', notify: false }, { ids: done })
      toast.success(t('undone', { done: back.done.length }), briefly)
      router.refresh()
    }
    toast.success(message, { action: { label: t('undo'), onClick } })
  }

  return (
    <Dialog
      trigger={t(act)}
      look={ends ? 'bad' : 'line'}
      title={t(`titles.${act}`, { count })}
      lead={t(`leads.${act}`)}
      close={t('close')}
    >
      {(close) =>
        stage.name === 'asking' ? (
          <Asking act={act} count={count} why={stage.why} onSubmit={(event) => submit(event, close)} />
        ) : (
          <Report stage={stage} count={count} stop={() => stop.current?.abort()}>
            <Button
              onClick={() => {
                close()
                setStage({ name: 'asking' })
                over()
              }}
            >
              {t('close')}
            </Button>
          </Report>
        )
      }
    </Dialog>
  )
}

type AskingProps = { act: BulkAct; count: number; why?: string; onSubmit: (event: FormEvent<HTMLFormElement>) => void }

function Asking({ act, count, why, onSubmit }: AskingProps) {
  const t = useTranslations('guests.bulk')
  const id = useId()
  const [notify, setNotify] = useState(act === 'approve' || act === 'promote')
  const ends = act === 'decline' || act === 'cancel'
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      {why && (
        <p role="alert" className="border-l-4 border-bad pl-3 font-medium">
          {why}
        </p>
      )}
      {act === 'promote' && (
        <label className="flex flex-col gap-1.5 text-sm font-medium">
          {t('reason')}
          <input
            name="reason"
            required
            maxLength={200}
            className="min-h-11 rounded-md border border-input bg-card px-3 text-base text-ink"
          />
          <span className="font-normal text-muted">{t('reasonHint')}</span>
        </label>
      )}
      {act !== 'restore' && act !== 'resend' && (
        <label className="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name="notify"
            checked={notify}
            onChange={(event) => setNotify(event.currentTarget.checked)}
            className="mt-0.5 size-5 shrink-0 accent-ink"
          />
          <span>
            {t('notify')}
            <span className="block text-sm text-muted">{t('notifyHint')}</span>
          </span>
        </label>
      )}
      {mustType(act, notify, count) && (
        <label htmlFor={id} className="flex flex-col gap-1.5 text-sm font-medium">
          {t(notify ? 'type' : 'typeMany', { count })}
          <input
            id={id}
            name="typed"
            inputMode="numeric"
            autoComplete="off"
            required
            className="min-h-11 w-40 rounded-md border border-input bg-card px-3 text-base text-ink"
          />
        </label>
      )}
      <Button type="submit" look={ends ? 'bad' : 'ink'} className="self-start">
        {t('go')}
      </Button>
    </form>
  )
}

type ReportProps = {
  stage: Extract<Stage, { progress: Progress }>
  count: number
  stop: () => void
  children: ReactNode
}

function Report({ stage: { name, progress }, count, stop, children }: ReportProps) {
  const t = useTranslations('guests.bulk')
  const done = progress.done.length + progress.refused.length
  const shown = progress.refused.slice(0, 50)
  const said = progress.stopped ? t('stopped', { done, count }) : progress.why === 'broken' ? t('broken') : progress.why
  return (
    <div className="flex flex-col gap-4">
      <progress value={done} max={count} className="w-full" aria-label={t('running', { done, count })} />
      <p role="status" className="tabular">
        {name === 'running'
          ? t('running', { done, count })
          : t('reportSome', { done: progress.done.length, refused: progress.refused.length })}
      </p>
      {name === 'over' && said && <p className="font-medium">{said}</p>}
      {shown.length > 0 && (
        <ul className="max-h-60 overflow-y-auto border-t border-rule text-sm">
          {shown.map((one, nth) => (
            <li key={`${nth}-${one.name}`} className="border-b border-rule py-1.5">
              <span className="font-medium">{one.name}</span> <span className="text-muted">{one.why}</span>
            </li>
          ))}
        </ul>
      )}
      {progress.refused.length > shown.length && (
        <p className="text-sm text-muted">{t('more', { count: progress.refused.length - shown.length })}</p>
      )}
      <div>
        {name === 'running' ? (
          <Button look="line" onClick={stop}>
            {t('stop')}
          </Button>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
