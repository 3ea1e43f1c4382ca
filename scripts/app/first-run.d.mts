export function firstRun(env: NodeJS.ProcessEnv, options: { seed: boolean }): Promise<{ signIn: string; stage: string }>
