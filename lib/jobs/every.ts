/**
 * Takes every step, one after the other, also behind one that failed: whose error is thrown once all were taken. Answers
 * what each answered.
 */
export async function every<T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> {
  const failed: unknown[] = []
  const answers: T[] = []
  for (const step of steps) {
    try {
      answers.push(await step())
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw failed[0]
  return answers
}
