import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
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
import { isLocale, type Locale } from '@/lib/words/load'
import { currentHolder, movedSecretOf } from './holder'
import { isAnsweredInstead } from './instead'
import { currentViewer } from './session'

/**
 * The doors for reads: every page.tsx is one call of a function here. Foreign and missing answer alike: not found.
 */
type Raw = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
/** What a page knows of its request: path parameters, the first value of each search parameter, the language. */
export type Visit = { params: Record<string, string>; search: Record<string, string | undefined>; locale: Locale }
type Page = (props: Raw) => Promise<ReactNode>
type Render<More> = (visit: Visit & More) => Promise<ReactNode> | ReactNode

/** Anybody may see it; nothing personal may be on it. */
export const publicPage = (render: Render<object>): Page => entrance(async (props) => render(await visitOf(props)))

/** Whoever is signed in; sees their own things. */
export const viewerPage = (render: Render<{ viewer: Viewer }>): Page =>
  entrance(async (props) => {
    const visit = await visitOf(props)
    return render({ ...visit, viewer: await signedIn(visit) })
  })

/** The owner of the instance. */
export const ownerPage = (render: Render<{ viewer: Viewer; scope: OwnerScope }>): Page =>
  entrance(async (props) => {
    const visit = await visitOf(props)
    const viewer = await signedIn(visit)
    return render({ ...visit, viewer, scope: ownerScope(viewer) ?? notFound() })
  })

/** A page of one series, at `[series]`. */
export const seriesPage = <P extends SeriesPermission>(
  policy: { may: P },
  render: Render<{ viewer: Viewer; scope: SeriesScope<P> }>,
): Page =>
  entrance(async (props) => {
    const visit = await visitOf(props)
    const viewer = await signedIn(visit)
    const scope = await seriesScope(viewer, { slug: visit.params.series ?? '' }, policy.may)
    return render({ ...visit, viewer, scope: scope ?? notFound() })
  })

/** A page of one event, at `[series]/[event]`. */
export const organizerPage = <P extends EventPermission>(
  policy: { may: P },
  render: Render<{ viewer: Viewer; scope: EventScope<P> }>,
): Page =>
  entrance(async (props) => {
    const visit = await visitOf(props)
    const viewer = await signedIn(visit)
    const { series = '', event = '' } = visit.params
    const scope = await eventScope(viewer, { series, event }, policy.may)
    return render({ ...visit, viewer, scope: scope ?? notFound() })
  })

/** What a secret link opens, at `[link]`, in a browser that opened it. */
export const holderPage = <Kind extends LinkKind>(
  policy: { kind: Kind },
  render: Render<{ holder: HolderOf[Kind] }>,
): Page =>
  entrance(async (props) => {
    const visit = await visitOf(props)
    const link = visit.params.link ?? ''
    const holder = await currentHolder(policy.kind, link)
    if (!holder && policy.kind === 'ticket' && (await movedSecretOf(link))) {
      redirect(`/api/tickets/${link}/renewed?lang=${visit.locale}`)
    }
    return render({ ...visit, holder: holder ?? notFound() })
  })

/** No page draws anything before it has found what it is about. */
function entrance(work: Page): Page {
  return async (props) => {
    try {
      return await work(props)
    } catch (error) {
      if (await isAnsweredInstead(error)) return null
      throw error
    }
  }
}

async function visitOf(props: Raw): Promise<Visit> {
  const params = Object.fromEntries(
    Object.entries(await props.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? safeDecode(value) : '',
    ]),
  )
  const search = Object.fromEntries(
    Object.entries(await props.searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  return { params, search, locale: isLocale(params.locale) ? params.locale : notFound() }
}

async function signedIn(visit: Visit): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(`/${visit.locale}/signin`)
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
