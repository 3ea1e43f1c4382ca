import { launchServer, stopServer } from '../../scripts/app/server.mjs'
import { loopbackPort } from '../../scripts/machine/ports.mjs'

export type Node = { url: string; stop: () => Promise<void> }

/** One more server of the site under test, over the same database: another node, or one set up otherwise. */
export async function anotherNode(given: Record<string, string> = {}): Promise<Node> {
  const port = await loopbackPort()
  const env: NodeJS.ProcessEnv = { ...process.env, ...given, PORT: String(port), NODE_OPTIONS: '' }
  const child = await launchServer({ env, host: '127.0.0.1', quiet: true })
  if (!child) throw new Error(`port ${port} was taken while another node started`)
  return { url: `http://127.0.0.1:${port}`, stop: () => stopServer(child) }
}
