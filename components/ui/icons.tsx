import type { ReactNode, SVGProps } from 'react'

/** Drawn on 24 × 24, in lines of the text's colour; beside words or a label, so never read out. */
const icon = (drawing: ReactNode) =>
  function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...props}
      >
        {drawing}
      </svg>
    )
  }

export const ArrowDown = icon(<path d="M12 5v14M5 12l7 7 7-7" />)
export const ArrowUp = icon(<path d="M12 19V5M5 12l7-7 7 7" />)
export const Check = icon(<path d="M4 12.5 9.5 18 20 6.5" />)
export const ChevronDown = icon(<path d="M6 9l6 6 6-6" />)
export const ChevronLeft = icon(<path d="M15 6l-6 6 6 6" />)
export const ChevronRight = icon(<path d="M9 6l6 6-6 6" />)
export const ChevronUp = icon(<path d="M6 15l6-6 6 6" />)
export const CircleAlert = icon(<path d="M12 7v6M12 16.5v.01M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0z" />)
export const CircleDashed = icon(<circle cx="12" cy="12" r="10" pathLength="64" strokeDasharray="4 4" />)
export const Minus = icon(<path d="M5 12h14" />)
export const RotateCcw = icon(<path d="M3.5 4v5h5M3.9 9a9 9 0 1 1-.9 4" />)
export const Search = icon(<path d="M20.5 20.5l-4.6-4.6M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z" />)
export const TriangleAlert = icon(
  <path d="M12 9v4.5M12 17v.01M10.7 3.9 2.2 18.5a1.5 1.5 0 0 0 1.3 2.3h17a1.5 1.5 0 0 0 1.3-2.3L13.3 3.9a1.5 1.5 0 0 0-2.6 0z" />,
)
export const X = icon(<path d="M6 6l12 12M18 6 6 18" />)
