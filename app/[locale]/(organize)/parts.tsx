import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { ChevronDown } from '@/components/ui/icons'

type PartLink = { name: string; href: string; words: string }
export type PartGroup = { name: string; words: string; links: PartLink[] }

type Row = { label: string; links: PartLink[]; here: string }
type Line = { label: string; skip: string; groups: PartGroup[]; here: string; children?: ReactNode }

/** A handful of places beside each other. */
export function PartsRow({ label, links, here }: Row) {
  return (
    <nav
      aria-label={label}
      className="arriving -mx-4 mb-6 overflow-x-auto border-b border-rule px-4 print:hidden sm:mx-0 sm:px-0"
    >
      <ul className="flex gap-1">
        {links.map(({ name, href, words }) => (
          <li key={name}>
            <a
              href={href}
              aria-current={name === here ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center whitespace-nowrap border-b-[3px] px-2.5 text-sm no-underline',
                name === here ? 'border-pigment font-bold' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/**
 * More places than fit a row, as stations of a line: beside the page where there is room, else behind one button. The
 * button is a disclosure without content of its own, so that the line stands in the page once and needs no script.
 */
export function PartsLine({ label, skip, groups, here, children }: Line) {
  const now = groups.flatMap(({ links }) => links).find(({ name }) => name === here)
  return (
    <div className="mb-6 print:hidden xl:mb-0" data-parts>
      <a
        href="#part"
        className="sr-only focus:not-sr-only focus:mb-2 focus:inline-block focus:bg-card focus:px-3 focus:py-2 focus:text-sm"
      >
        {skip}
      </a>
      <details className="peer group border-b border-rule xl:hidden">
        <summary
          aria-label={`${label}: ${now?.words}`}
          className="relative flex min-h-12 cursor-pointer list-none items-center gap-2 font-bold [&::-webkit-details-marker]:hidden"
        >
          <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full border-[3px] border-ink bg-paper" />
          {now?.words}
          <ChevronDown
            aria-hidden="true"
            className="ml-auto size-5 transition-transform duration-150 group-open:rotate-180"
          />
        </summary>
      </details>
      <nav
        aria-label={label}
        className="max-xl:hidden max-xl:border-b max-xl:border-rule max-xl:py-3 max-xl:peer-open:block"
      >
        <ul className="max-xl:gap-4 max-xl:[columns:9rem_2] max-xl:sm:[columns:9rem_4]">
          {groups.map((group) => (
            <Group key={group.name} group={group} here={here} />
          ))}
        </ul>
        {children}
      </nav>
    </div>
  )
}

function Group({ group: { words, links }, here }: { group: PartGroup; here: string }) {
  return (
    <li className="relative break-inside-avoid pb-3 before:absolute before:inset-y-0 before:left-[5.5px] before:w-[3px] before:bg-pigment first:before:top-5 last:pb-0 last:before:bottom-5">
      {words && <p className="pt-1 pl-6 text-xs text-muted">{words}</p>}
      <ul>
        {links.map(({ name, href, words: link }) => (
          <li key={name}>
            <a
              href={href}
              aria-current={name === here ? 'page' : undefined}
              className={classes(
                'relative flex min-h-11 items-center pl-6 text-sm no-underline before:absolute before:left-0 before:rounded-full before:border-[3px] before:bg-paper hover:text-ink xl:min-h-10',
                name === here
                  ? 'font-bold before:size-3.5 before:border-ink'
                  : 'text-muted before:ml-[2px] before:size-2.5 before:border-pigment',
              )}
            >
              {link}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
