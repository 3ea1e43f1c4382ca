export function buildApp(options?: { env?: NodeJS.ProcessEnv }): Promise<void>
