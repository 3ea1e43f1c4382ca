import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const proc = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

const ps = (pid, column) => {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/** False only when the process is certainly gone; one that belongs to somebody else counts as there. */
export function exists(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Numbers of processes come round again, after a restart of the machine and above all in containers,
 * where every life begins with the same small numbers: the moment of birth tells two owners of one number apart.
 */
function bornAt(pid) {
  if (process.platform !== 'linux') return process.platform === 'win32' ? '' : ps(pid, 'lstart')
  const stat = proc(pid, 'stat')
  if (!stat) return ''
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // In a container without an init, the dead keep their number until the container ends.
  if (fields[0] === 'Z') return 'dead'
  return `${(proc('sys/kernel/random', 'boot_id') ?? '').trim()}/${fields[19]}`
}

/** A text that says which process this is, now and after its number was given to another. */
export const identity = (pid = process.pid) => `${pid}@${bornAt(pid)}`

/** Is the process of this identity still running? */
export function lives(text) {
  const [pid, born] = String(text).split('@')
  return exists(Number(pid)) && bornAt(Number(pid)) === born
}

/** The command line of a process: "" for one that is dead or only waits to be buried, null when it can't be known. */
export function commandOf(pid) {
  if (!exists(pid)) return ''
  if (process.platform === 'linux') return proc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? null
  return process.platform === 'win32' ? null : ps(pid, 'command')
}
