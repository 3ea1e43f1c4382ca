export type OpenPostgres = { url: string; close: () => Promise<void> }
export function openPostgres(dir: string, database?: string): Promise<OpenPostgres>
