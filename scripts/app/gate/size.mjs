const kilobyte = 1_024
const withPictures =
  /^\/(zh|en)\/((desk|ticket|speaker)\/|organize\/[^/]+\/[^/]+\/(sponsors|speakers|prizes|edit)(\/|$))/
const ofOrganisers = /^\/(zh|en)\/organize\//

/** How much may be posted to a page: one picture and what is written beside it. */
const mostBytes = 6_144 * kilobyte

/**
 * What is posted to a page says how long it is, as every browser does. Only a form that may bring a picture may be long;
 * organisers paste tables, everybody else writes a few lines.
 */
export function isTooBig({ url, headers }) {
  const path = url.split('?', 1)[0]
  const files = withPictures.test(path) && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')
  const most = files ? mostBytes : (ofOrganisers.test(path) ? 1_024 : 256) * kilobyte
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > most
}
