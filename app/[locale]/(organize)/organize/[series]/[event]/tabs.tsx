import { classes } from '@/components/ui/classes'

type Tab = { words: string; count: number; href: string; here: boolean }

/** Ways of looking at one list, each with how many there are; the address holds which. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-x-5 border-b border-rule">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.here ? 'page' : undefined}
              className={classes(
                '-mb-px inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap border-b-2 no-underline',
                tab.here ? 'border-ink font-bold' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {tab.words}
              <span className="tabular text-sm">{tab.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
