export function migrationsHash(dir?: string): string
