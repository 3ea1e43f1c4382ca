import { isPage, sayNo } from './refused.mjs'

/** As many as lib/web/body.ts takes; tens of thousands of empty ones keep the framework busy for seconds. */
const mostParts = 3_000

/**
 * Hands a form to the framework once it is whole and its parts are counted, or says that there are too many. What is
 * no form goes on at once, and one that does not say how it is divided goes to nobody.
 */
export function onceCounted(request, response, goOn) {
  if (!isForm(request)) return goOn()
  const delimiter = delimiterOf(request.headers['content-type'])
  if (!delimiter) return sayNo(response, 400)
  const { push } = request
  const count = counter(delimiter)
  let parts = 0
  request.push = (chunk, ...rest) => {
    if (chunk !== null) {
      parts = count(chunk)
      if (parts <= mostParts) push.call(request, chunk, ...rest)
      // Nobody reads yet, and yet the rest is to come: how much it may be was looked at in size.mjs.
      return true
    }
    delete request.push
    const ended = push.call(request, null)
    if (parts > mostParts) sayNo(response, 413)
    else goOn()
    return ended
  }
  return true
}

const isForm = ({ method, url, headers }) =>
  method === 'POST' && isPage(url) && /^multipart\//i.test(headers['content-type'] ?? '')

const divided =
  /^multipart\/form-data; *boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+.-]{1,70}))(?:; *charset=[\w-]+)?$/i

/**
 * What stands between the parts of a form (RFC 7578, 4.1), written as browsers write it; else null. Of two boundaries, or
 * one in quotes of quotes, the framework may take another than is counted here.
 */
function delimiterOf(type) {
  const [, quoted, bare] = divided.exec(type) ?? []
  const boundary = quoted ?? bare
  return boundary ? Buffer.from(`--${boundary}`) : null
}

/** Counts in what comes piece by piece, also what stands across two pieces. */
function counter(sign) {
  let seen = 0
  let rest = Buffer.alloc(0)
  return (chunk) => {
    const text = Buffer.concat([rest, chunk])
    let from = 0
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
      seen++
      from = at + sign.length
    }
    rest = text.subarray(Math.max(from, text.length - sign.length + 1))
    return seen
  }
}
