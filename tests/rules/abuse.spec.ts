import { randomBytes } from 'node:crypto'
import { cornerOf } from '@/lib/values/network'
import { parseForm } from '@/lib/web/body'
import { cookiesIn, endedFor } from '@/lib/web/cookies'
import { expect, test } from '../support/test'

// Who counts as the client: what the chain says, with so many proxies of ours in front.
const chains: [chain: string, hops: number, near: string | null, wide?: string][] = [
  ['203.0.113.7', 0, '203.0.113.7', '203.0.113.0/24'],
  ['1.1.1.1, 203.0.113.7', 0, '203.0.113.7'],
  ['1.1.1.1, 2.2.2.2, 3.3.3.3, 203.0.113.7', 0, '203.0.113.7'],
  ['203.0.113.7, 10.0.0.1', 1, '203.0.113.7'],
  ['1.1.1.1, 203.0.113.7, 10.0.0.1', 1, '203.0.113.7'],
  ['1.1.1.1,2.2.2.2,203.0.113.7,10.0.0.1', 1, '203.0.113.7'],
  ['203.0.113.7, 10.0.0.2, 10.0.0.1', 2, '203.0.113.7'],
  ['evil, 203.0.113.7, 10.0.0.2, 10.0.0.1', 2, '203.0.113.7'],
  ['203.0.113.7, 10.0.0.2, 10.0.0.1', 1, '10.0.0.2'],
  // Whoever reaches us past the proxies wrote less than they would have.
  ['203.0.113.7', 1, '203.0.113.7'],
  ['203.0.113.7', 2, '203.0.113.7'],
  ['203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  // Spellings of one address.
  ['203.0.113.7:5123, 10.0.0.1', 1, '203.0.113.7'],
  ['[2001:db8:1:2:3:4:5:6]:443, 10.0.0.1', 1, '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:0DB8:0001:0002::1', 0, '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:db8::1', 0, '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['::1', 0, '0:0:0:0::/64', '0:0:0::/48'],
  ['::ffff:203.0.113.7', 0, '203.0.113.7', '203.0.113.0/24'],
  ['::ffff:cb00:7107', 0, '203.0.113.7'],
  ['fe80::1%eth0', 0, 'fe80:0:0:0::/64'],
  // What is no address is nobody in particular.
  ['', 0, null],
  ['unknown', 0, null],
  ['unknown, 10.0.0.1', 1, null],
  ['_hidden, 10.0.0.1', 1, null],
  ['999.1.1.1', 0, null],
  ['203.0.113.7 , ', 0, null],
  ["' OR 1=1 --, 10.0.0.1", 1, null],
  ['203.0.113.07', 0, null],
  ['2001:db8::1::2', 0, null],
]

for (const [chain, hops, near, wide] of chains) {
  test(`the client of "${chain}" behind ${hops} is ${near}`, () => {
    const corner = cornerOf(chain, hops)
    expect(corner?.near ?? null).toBe(near)
    if (wide) expect(corner?.wide).toBe(wide)
  })
}

test('whatever a stranger writes before it, the client stays the same; without proxies of ours to believe, too', () => {
  const clients = Array.from({ length: 1_000 }, (_, n) => {
    const made = Array.from({ length: n % 7 }, () => [...randomBytes(4)].join('.'))
    const alone = cornerOf([...made, '203.0.113.7'].join(', '), 0)
    return [alone?.near, cornerOf([...made, '203.0.113.7', '10.0.0.1'].join(', '), 1)?.near]
  })
  expect(new Set(clients.flat())).toEqual(new Set(['203.0.113.7']))
})

test('hopping through a /64 changes nothing', () => {
  const hops = Array.from(
    { length: 500 },
    () => `2001:db8:7:9:${randomBytes(8).toString('hex').match(/.{4}/g)?.join(':')}`,
  )
  expect(new Set(hops.map((address) => cornerOf(address, 0)?.near)).size).toBe(1)
})

test('a long form sent back again and again leaves no more cookies than servers read', () => {
  const jar = new Map([['language', 'zh']])
  for (let n = 0; n < 6; n++) {
    const made = [0, 1].map((piece) => ({ name: `typed-${n}.${piece}`, value: 'x'.repeat(3_600), seconds: 600 }))
    const header = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const cookie of [...made, ...endedFor(made, cookiesIn(header), { prefix: 'typed-', most: 8_000 })]) {
      if (cookie.seconds === 0) jar.delete(cookie.name)
      else jar.set(cookie.name, cookie.value)
    }
    expect([...jar.keys()]).toEqual(['language', `typed-${n}.0`, `typed-${n}.1`])
  }
})

test('a form of hundreds of thousands of empty fields is turned away before it is taken apart', async () => {
  const multipart = 'multipart/form-data; boundary="a b"'
  const part = '--a b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  const bytes = (text: string) => new Uint8Array(Buffer.from(text))
  const begun = performance.now()
  expect(await parseForm(multipart, bytes(`${part.repeat(200_000)}--a b--\r\n`))).toBe(400)
  expect(await parseForm('application/x-www-form-urlencoded', bytes('&'.repeat(5_000_000)))).toBe(400)
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(await parseForm('multipart/form-data', bytes(`${part}--a b--\r\n`))).toBe(400)
  const [form, plain] = [
    await parseForm(multipart, bytes(`${part.repeat(1_000)}--a b--\r\n`)),
    await parseForm('application/x-www-form-urlencoded', bytes('a=1&'.repeat(1_000))),
  ]
  expect([form, plain].map((read) => typeof read !== 'number' && read.getAll('a').length)).toEqual([1_000, 1_000])
})
