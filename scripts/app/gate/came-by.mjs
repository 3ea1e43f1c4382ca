/**
 * Writes down by which addresses a request came: what proxies told, then the one that this process is connected to.
 * Always written anew, so that nobody else can; lib/web/origin.ts reads it.
 */
export function noteWay(request) {
  const told = request.headers['x-forwarded-for']
  const here = request.socket?.remoteAddress ?? ''
  request.headers['x-came-by'] = told ? `${told}, ${here}` : here
}
