export function withLock<T>(
  folder: string,
  name: string,
  work: () => Promise<T>,
  options?: { patience?: number; waiting?: () => void },
): Promise<T>
