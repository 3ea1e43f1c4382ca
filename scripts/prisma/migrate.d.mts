export function migrate(url: string, dir?: string): Promise<{ applied: string[]; edited: string[] }>
