import { z } from 'zod'
import { checkbox, id, optionalFile, paragraphs } from '@/lib/values/fields'

/** What a winner tells whoever gave the prize; all of it empty takes it back. */
export const winnerThanksSchema = z.object({
  win: id(),
  words: paragraphs(300),
  tellName: checkbox(),
  photo: optionalFile(),
  photoGone: checkbox(),
})

/** The photo by its id: null for none, left out for the one that is there. */
export type WinnerThanksInput = Omit<z.output<typeof winnerThanksSchema>, 'photo' | 'photoGone'> & {
  photoId?: string | null
}
