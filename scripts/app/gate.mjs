// Loaded into the server before Next: what the framework would answer badly is answered here.
import { Server } from 'node:http'
import { isMainThread } from 'node:worker_threads'
import { noteWay } from './gate/came-by.mjs'
import { instead } from './gate/instead.mjs'
import { refused, sayNo } from './gate/refused.mjs'

function standBefore() {
  const { emit } = Server.prototype
  Server.prototype.emit = function (event, ...told) {
    if (event !== 'request') return emit.call(this, event, ...told)
    const [request, response] = told
    const status = refused(request)
    if (status) return sayNo(response, status)
    noteWay(request)
    instead(request, response)
    return emit.call(this, event, request, response)
  }
}

if (isMainThread) standBefore()
