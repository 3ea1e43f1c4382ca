import { createServer } from 'node:net'

const listen = (port, host) =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : null))
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port
      server.close(() => done(found))
    })
  })

/** May a server take this port? Asked for every address and for loopback, which some systems hand out twice. */
export const isFree = async (port) => (await listen(port, '::')) !== null && (await listen(port, '127.0.0.1')) !== null

/** A port nobody uses on loopback: the wanted one if it can be had. */
export const loopbackPort = async (wanted) => (wanted && (await listen(wanted, '127.0.0.1'))) || listen(0, '127.0.0.1')

/** The first free port from `from` upwards. */
export async function nextFreePort(from) {
  for (let port = from; port < Math.min(from + 200, 65_536); port += 1) if (await isFree(port)) return port
  return listen(0, '127.0.0.1')
}
