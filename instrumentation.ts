/** Runs once when the server starts, never during the build: brings up the background worker. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startBackground } = await import('./lib/web/background')
  startBackground()
}
