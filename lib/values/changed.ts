/** The names of the fields that read differently, for the log: names only, never what stands in them. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? ''))
  return (Object.keys(after) as (keyof T & string)[]).filter((name) => text(before[name]) !== text(after[name]))
}
