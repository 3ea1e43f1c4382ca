// Loaded into the server before Next: what the framework would answer badly is answered here.
import { Server } from 'node:http'
import { isMainThread } from 'node:worker_threads'
import { noteWay } from './gate/came-by.mjs'
import { instead } from './gate/instead.mjs'
import { onceCounted } from './gate/parts.mjs'
import { refused, sayNo } from './gate/refused.mjs'
import { securityHeaders } from './gate/security-headers.mjs'

/** A path stays; of a whole address, as a proxy asks for it (RFC 9112, 3.2.2), its path is left. */
const pathOf = (url) => (url[0] === '/' ? url : url.replace(/^https?:\/\/[^/?]*\/?/i, '/'))

function standBefore() {
  const { emit } = Server.prototype
  const secure = Object.entries(securityHeaders(process.env.SITE_URL)).flat()
  Server.prototype.emit = function (event, ...told) {
    if (event !== 'request') return emit.call(this, event, ...told)
    const [request, response] = told
    request.url = pathOf(request.url)
    const status = refused(request)
    if (status) return sayNo(response, status)
    noteWay(request)
    const goOn = () => {
      instead(request, response)
      return emit.call(this, event, request, response)
    }
    // Set by lib/web/front.ts once the application is up.
    return globalThis.nextStopFront?.(request, response, goOn, secure) || onceCounted(request, response, goOn)
  }
}

if (isMainThread) standBefore()
