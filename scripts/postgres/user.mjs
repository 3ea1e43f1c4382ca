import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Halt } from '../machine/halt.mjs'

const asWeAre = { wrap: (program, args) => [program, args, {}] }

function asUser(uid, gid, home) {
  return { uid, gid, wrap: (program, args) => [program, args, { uid, gid, env: { ...process.env, HOME: home } }] }
}

const namespace = ['-U', '--map-user=1000', '--map-group=1000', '--']

function namespaceWorks() {
  if (process.env.POSTGRES_USER_NAMESPACE === 'off') return false
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
}

const idOf = (flag, user) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)

/**
 * PostgreSQL refuses to run as root. In order: the owner of an existing data folder, a user namespace (the files stay
 * root's), a user every system has. Answers how a program is started so, and the owner its files need (if not ours).
 */
export function unprivileged(home, data) {
  if (process.getuid?.() !== 0) return asWeAre
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner?.uid) return asUser(owner.uid, owner.gid, home)
  if (namespaceWorks()) return { wrap: (program, args) => ['unshare', [...namespace, program, ...args], {}] }
  for (const user of ['postgres', 'node', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)]
    if (uid > 0) return asUser(uid, gid, home)
  }
  throw new Halt(
    'PostgreSQL does not run as root and there is no other user here. Run as a normal user, or set DATABASE_URL.',
  )
}
