export function appEnvironment(options: { databaseUrl: string; port: number; mode?: string }): NodeJS.ProcessEnv
