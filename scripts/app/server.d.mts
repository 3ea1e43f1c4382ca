import type { ChildProcess } from 'node:child_process'

export function launchServer(options: {
  env: NodeJS.ProcessEnv
  dev?: boolean
  host?: string
  quiet?: boolean
}): Promise<ChildProcess | null>
export function stopServer(child: ChildProcess): Promise<void>
