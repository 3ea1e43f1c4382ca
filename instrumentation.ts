/** Runs once when the server starts, never during the build: brings up what runs beside the framework. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('./lib/web/start')
  startServer()
}

/** What nobody caught while a page was rendered, under the reference that the error page shows. */
export async function onRequestError(error: unknown, _request: unknown, context: { routePath: string }) {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportError } = await import('./lib/web/report')
  reportError(error, context.routePath)
}
