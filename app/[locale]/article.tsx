import type { ReactNode } from 'react'
import { RouteStrip } from '@/components/brand/route-strip'
import { Markdown } from '@/components/ui/markdown'
import { Photo } from '@/components/ui/photo'
import { Said } from '@/components/ui/said'
import type { Block, Article as Composed, Prize, Session } from '@/lib/recap/rules/compose'
import { thanksSentence } from '@/lib/recap/rules/markdown'
import type { Thanks } from '@/lib/recap/rules/thanks'
import { languageOf } from '@/lib/values/language'
import { bound } from '@/lib/values/typeset'
import { type Locale, words } from '@/lib/words/load'

type Props = {
  article: Composed
  locale: Locale
  /** The headline's level: 1 on its own page, 2 inside the dashboard. */
  as?: 'h1' | 'h2'
}

/** The recap as a page: an article of ruled sections, sessions numbered like stations. */
export function Article({ article, locale, as: Headline = 'h1' }: Props) {
  const Heading = Headline === 'h1' ? 'h2' : 'h3'
  return (
    <article lang={locale === 'zh' ? 'zh-CN' : 'en'} className="max-w-2xl text-[1.0625rem] leading-8">
      <header>
        <Headline className="text-3xl font-bold break-keep wrap-break-word sm:text-4xl">
          {bound(article.headline)}
        </Headline>
        <p className="mt-3 text-base text-muted">{article.byline}</p>
      </header>
      {article.sections.map((section) => (
        <section key={section.id} className="mt-12">
          <div className="mb-4 flex items-center gap-3">
            <span aria-hidden="true" className="h-1.5 w-8 shrink-0 bg-pigment" />
            <Heading className="text-xl font-bold">{section.title}</Heading>
          </div>
          <div className="flex flex-col gap-5">
            {section.blocks.map((block, index) => (
              <Piece key={`${block.kind}-${index}`} block={block} locale={locale} />
            ))}
          </div>
        </section>
      ))}
    </article>
  )
}

function Piece({ block, locale }: { block: Block; locale: Locale }): ReactNode {
  switch (block.kind) {
    case 'text':
      return block.markdown && <Markdown>{block.markdown}</Markdown>
    case 'line':
      return <Line stops={block.stops} locale={locale} />
    case 'session':
      return <SessionPiece session={block.session} locale={locale} />
    case 'prizes':
      return <Prizes prizes={block.prizes} locale={locale} />
    case 'thanks':
      return <ThanksPiece label={block.label} entries={block.entries} locale={locale} />
    case 'next':
      return (
        <p className="border-l-[6px] border-pigment py-1 pl-4">
          <span className="block text-base text-muted">{block.label}</span>
          <span className="text-2xl font-bold">{block.city}</span> <span className="tabular ml-2">{block.date}</span>
        </p>
      )
  }
}

function Line({ stops, locale }: { stops: Extract<Block, { kind: 'line' }>['stops']; locale: Locale }) {
  const t = words(locale, 'recap')
  const state = (name: 'done' | 'now' | 'next' | 'draft' | 'cancelled') => t(`public.states.${name}`)
  return (
    <RouteStrip
      label={t('public.line')}
      stops={stops.map(({ label, date, state }) => ({ label, sublabel: date, state }))}
      stateWords={{
        done: state('done'),
        now: state('now'),
        next: state('next'),
        draft: state('draft'),
        cancelled: state('cancelled'),
      }}
    />
  )
}

function SessionPiece({ session, locale }: { session: Session; locale: Locale }) {
  const { number, title, people, body, highlight } = session
  return (
    <div className="grid grid-cols-[2.25rem_1fr] gap-x-3 border-t border-rule pt-4 first:border-t-0 first:pt-0">
      <span
        aria-hidden="true"
        className="tabular grid size-9 place-items-center rounded-full border-4 border-pigment text-base font-bold"
      >
        {number}
      </span>
      <div className="min-w-0">
        <p className="text-lg leading-9 font-bold break-words">
          <Said locale={locale}>{title}</Said>
        </p>
        <ul className="text-base leading-7">
          {people.map(({ name, about }) => (
            <li key={name}>
              <span className="font-medium">
                <Said locale={locale}>{name}</Said>
              </span>
              {about && (
                <span className="ml-2 text-muted">
                  <Said locale={locale}>{about}</Said>
                </span>
              )}
            </li>
          ))}
        </ul>
        {body && (
          <Markdown className="mt-3" lang={languageOf(locale, body, null)}>
            {body}
          </Markdown>
        )}
        {highlight && (
          <div className="mt-4 border-l-4 border-pigment pl-4">
            <p className="text-sm text-muted">{highlight.label}</p>
            {highlight.lines.map((line) => (
              <p key={line} className="text-lg font-medium break-words">
                <Said locale={locale}>{line}</Said>
              </p>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function Prizes({ prizes, locale }: { prizes: Prize[]; locale: Locale }) {
  const from = words(locale, 'recap')('public.from')
  return (
    <ul className="border-t border-rule text-base">
      {prizes.map(({ title, detail, sponsor, photo }, index) => (
        <li key={`${title}-${index}`} className="flex items-center gap-x-4 border-b border-rule py-2.5">
          {photo && <Photo picture={photo} alt="" sizes="4rem" className="size-16 shrink-0 rounded-md object-cover" />}
          <span className="min-w-0 flex-1 font-medium break-words">
            <span className="mr-3">
              <Said locale={locale}>{title}</Said>
            </span>
            {detail && <span className="tabular inline-block font-normal text-muted">{detail}</span>}
          </span>
          <span className="min-w-0 max-w-[45%] text-right break-words">
            <span className="sr-only">{from} </span>
            <Said locale={locale}>{sponsor}</Said>
          </span>
        </li>
      ))}
    </ul>
  )
}

function ThanksPiece({ label, entries, locale }: { label: string; entries: Thanks[]; locale: Locale }) {
  return (
    <div className="grid gap-x-4 border-t border-rule pt-3 first:border-t-0 sm:grid-cols-[8rem_1fr]">
      <p className="text-base text-muted">{label}</p>
      <ul className="text-base leading-7">
        {entries.map((entry) => (
          <li key={`${entry.of}-${entry.names.join()}`} className="break-words">
            <Said locale={locale}>{thanksSentence(entry, locale)}</Said>
          </li>
        ))}
      </ul>
    </div>
  )
}
