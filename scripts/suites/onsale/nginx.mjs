import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from '../../machine/places.mjs'
import { loopbackPort } from '../../machine/ports.mjs'
import { tend } from '../../machine/steps.mjs'

/** The nginx of this machine, or the one NGINX names; null when there is none. */
export const nginxProgram = () =>
  [process.env.NGINX, '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(
    (path) => path && existsSync(path),
  ) ?? null

/** docs/nginx.conf as it stands, but for its addresses; beside it the same bytes as a file, sent with the same headers. */
function configuration(dir, { upstream, proxy, files }) {
  const shipped = readFileSync(inRoot('docs/nginx.conf'), 'utf8')
    .replace('/var/cache/nginx/next-stop', join(dir, 'cache'))
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${upstream};`)
    .replace('listen 80;', `listen 127.0.0.1:${proxy};`)
    .replace('server_name meetup.example.org;', 'server_name _;')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(dir, kind)};`,
  )
  return `daemon off; worker_processes 1; pid ${join(dir, 'nginx.pid')}; error_log ${join(dir, 'error.log')};
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; ${temporary.join(' ')}
  types { text/html html; }
  keepalive_requests 100000000;
  ${shipped}
  server { listen 127.0.0.1:${files}; root ${join(dir, 'files')}; add_header Content-Encoding br; }
}
`
}

const listens = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true))
    socket.on('error', () => done(false)).on('connect', () => socket.destroy())
  })

/** Runs nginx with the shipped configuration before the place's server while `use` asks it. */
export async function throughNginx(place, { bytes }, use) {
  const dir = join(place.dir, 'nginx')
  mkdirSync(join(dir, 'files'), { recursive: true })
  writeFileSync(join(dir, 'files', 'page.html'), bytes)
  const ports = { upstream: place.port, proxy: await loopbackPort(), files: await loopbackPort() }
  writeFileSync(join(dir, 'nginx.conf'), configuration(dir, ports))
  const program = nginxProgram()
  const child = tend(
    spawn(program, ['-p', dir, '-e', join(dir, 'error.log'), '-c', join(dir, 'nginx.conf')], { stdio: 'ignore' }),
  )
  try {
    for (let n = 0; n < 100 && child.exitCode === null && !(await listens(ports.proxy)); n++) await sleep(50)
    if (child.exitCode !== null) throw new Error(`nginx ended: ${readFileSync(join(dir, 'error.log'), 'utf8')}`)
    return await use(ports)
  } finally {
    child.kill('SIGTERM')
  }
}
