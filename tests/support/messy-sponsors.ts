import { readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/machine/places.mjs'

/** A table of sponsors as tours really keep them, 516 rows, all invented; it also stands there to try the import with. */
export const messyTable = (): string => readFileSync(inRoot('docs/sponsors-to-import.tsv'), 'utf8').replace(/\n$/, '')

/** Numbers in the manner of ten countries; invented, in ranges nobody is called by or of example length. */
export const phones = [
  '138 0013 8000',
  '+86 138-0013-8001',
  '+852 5550 0123',
  '+886 900 000 123',
  '+65 8000 0123',
  '+1 (202) 555-0123',
  '+44 7700 900123',
  '+49 1512 3456789',
  '+81 90-0000-0123',
  '+33 6 00 00 01 23',
  '+61 491 570 156',
]
