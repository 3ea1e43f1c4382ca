import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Repeatable } from '@/lib/database/change'
import type { HolderOf, LinkKind } from '@/lib/people/holder'
import type { EventPermission, SeriesPermission } from '@/lib/people/roles'
import {
  type EventScope,
  eventScope,
  type OwnerScope,
  ownerScope,
  type SeriesScope,
  seriesScope,
  type Viewer,
} from '@/lib/people/scope'
import { isTooBusy } from '@/lib/values/busy'
import { ChangedMeanwhile, Refusal } from '@/lib/values/refusal'
import { expireInAction, homeTag, seriesTag } from './cache'
import { type FormState, type FormValues, type Reading, readForm } from './form'
import { currentHolder } from './holder'
import { currentLocale } from './locale'
import { isSameOrigin } from './origin'
import { asDoorsDo } from './own-share'
import { reportError } from './report'
import { currentViewer } from './session'

/**
 * The doors for writes from our own pages. Each takes what it needs as proof, reads the form only for those who may
 * (strangers learn nothing from validation), and turns refusals into form state. Anything else is logged and thrown.
 */
export type Action = (state: FormState, data: FormData) => Promise<FormState>

/** What an act answers: words to show, the id an "undo" would take, or where to go next (a path without language). */
export type Outcome = { message?: string; subject?: string; goTo?: string }
type Run<Proof, Shape extends z.ZodRawShape> = (
  proof: Proof,
  input: z.output<z.ZodObject<Shape>>,
  once: Repeatable | undefined,
  // biome-ignore lint/suspicious/noConfusingVoidType: an act that has nothing to add returns nothing
) => Promise<Outcome | void>
type Plan<Proof, Shape extends z.ZodRawShape> = {
  input: z.ZodObject<Shape>
  /** The message when it is done: a key of the words, `program.added`. */
  done?: string
  run: Run<Proof, Shape>
}

/** A write to one event; the form carries its id as `event`. */
export function organizerAction<P extends EventPermission, Shape extends z.ZodRawShape>(
  plan: Plan<EventScope<P>, Shape> & { may: P },
): Action {
  const run = door(plan, async (data) => {
    const viewer = await signedIn()
    return eventScope(viewer, { id: uuidIn(data, 'event') }, plan.may)
  })
  return (state, data) => asDoorsDo(plan.may, () => run(state, data))
}

/** A write to a whole series; the form carries its id as `series`. */
export function seriesAction<P extends SeriesPermission, Shape extends z.ZodRawShape>(
  plan: Plan<SeriesScope<P>, Shape> & { may: P },
): Action {
  return door(plan, async (data) => seriesScope(await signedIn(), { id: uuidIn(data, 'series') }, plan.may))
}

/** A write to the instance itself. */
export function ownerAction<Shape extends z.ZodRawShape>(plan: Plan<OwnerScope, Shape>): Action {
  return door(plan, async () => ownerScope(await signedIn()))
}

/** A write to the signed-in person's own things. */
export function viewerAction<Shape extends z.ZodRawShape>(plan: Plan<Viewer, Shape>): Action {
  return door(plan, signedIn)
}

/** A write by the holder of a secret link; the form carries the link's id as `link`. */
export function holderAction<Kind extends LinkKind, Shape extends z.ZodRawShape>(
  plan: Plan<HolderOf[Kind], Shape> & { kind: Kind },
): Action {
  return door(plan, (data) => currentHolder(plan.kind, uuidIn(data, 'link')))
}

function door<Proof extends object, Shape extends z.ZodRawShape>(
  plan: Plan<Proof, Shape>,
  prove: (data: FormData) => Promise<Proof | null>,
): Action {
  return async (_state, data) => {
    if (!(data instanceof FormData) || !isSameOrigin(await headers())) return refused('form.foreign', {})
    let values: FormValues = {}
    try {
      const proof = await prove(data)
      if (!proof) return await refused('form.not-found', {})
      const reading = readForm(plan.input, data)
      values = reading.values
      if (!reading.ok) return await invalid(reading)
      const key = uuidIn(data, 'requestKey')
      const outcome = (await plan.run(proof, reading.input, key ? { key, input: reading.values } : undefined)) ?? {}
      expireInAction(homeTag, ...('seriesSlug' in proof ? [seriesTag(String(proof.seriesSlug))] : []))
      if (outcome.goTo) redirect(`/${await currentLocale()}${outcome.goTo}`)
      const message = outcome.message ?? (plan.done ? await word(plan.done) : undefined)
      return { status: 'done', at: Date.now(), message, subject: outcome.subject }
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) return refused(error.code, values, error.about)
      if (error instanceof ChangedMeanwhile) {
        return { status: 'changed', version: error.version, current: error.current, values }
      }
      if (isTooBusy(error)) return refused('form.busy', values)
      throw Object.assign(new Error('unexpected'), { digest: reportError(error, 'action') })
    }
  }
}

async function signedIn(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(`/${await currentLocale()}/signin`)
}

async function refused(code: string, values: FormValues, about: Refusal['about'] = {}): Promise<FormState> {
  const [part, reason] = code.split('.')
  const message = await word(`${part}.refusals.${reason}`, about.values)
  return { status: 'refused', code, message, field: about.field, values }
}

async function invalid(reading: Extract<Reading<unknown>, { ok: false }>): Promise<FormState> {
  const t = await getTranslations('form.fields')
  const fields: Record<string, string> = {}
  for (const [name, { code, params }] of Object.entries(reading.problems)) {
    fields[name] = t.has(code as 'wrong') ? t(code as 'wrong', params) : t('wrong')
  }
  return { status: 'invalid', fields, values: reading.values }
}

async function word(key: string, values?: Record<string, string | number>): Promise<string> {
  const t = await getTranslations()
  return t(key as Parameters<typeof t>[0], values as never)
}

function uuidIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : ''
}
