/** A line that comes in from the edge of the screen: into a station where something begins, or to the end of the line. */
export function Arrival({ end }: { readonly end?: boolean }) {
  return (
    <p aria-hidden="true" className="relative h-7 w-full">
      <span className="absolute top-2.5 right-[calc(100%-6rem)] h-2 w-screen bg-pigment" />
      <span
        className={`absolute left-[5.25rem] size-7 rounded-full border-[6px] bg-paper ${end ? 'border-rule' : 'border-ink'}`}
      />
    </p>
  )
}
