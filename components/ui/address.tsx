import { Fragment } from 'react'

/** An e-mail address or a number to be read off a screen: a long one goes on in the next line at its own joints. */
export function Address({ children }: { children: string }) {
  return children.split(/(?<=@)|(?=[._+])/).map((part, index) => (
    <Fragment key={`${index}-${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
