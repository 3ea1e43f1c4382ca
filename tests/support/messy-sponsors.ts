import { readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/machine/places.mjs'

/** A table of sponsors as tours really keep them, 516 rows, all invented; it also stands there to try the import with. */
export const messyTable = (): string => readFileSync(inRoot('docs/sponsors-to-import.tsv'), 'utf8').replace(/\n$/, '')
