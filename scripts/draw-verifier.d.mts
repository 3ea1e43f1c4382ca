export function verifierFiles(): Promise<Record<string, string>>
