import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { securityHeaders } from './scripts/app/gate/security-headers.mjs'

const security = Object.entries(securityHeaders(process.env.SITE_URL)).map(([key, value]) => ({ key, value }))

const next: NextConfig = {
  cacheComponents: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // Titles and share pictures stand in the head for everybody: apps that show a link run no script to move them there.
  htmlLimitedBots: /.*/,
  // The types are checked once, by `npm run check` and `npm test`; doing it again here costs half of a first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['graphile-worker', 'pg', 'pino', 'sharp', 'satori', 'subset-font', 'nodemailer'],
  experimental: {
    // Nobody reads the server's maps: they were three quarters of the build, and a good part of its time.
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    // Said by scripts/app/build.mjs.
    turbopackFileSystemCacheForBuild: process.env.BUILD_CACHE === '1',
    authInterrupts: true,
    // Room for one picture. proxy.ts holds every address but those with a picture to the framework's usual megabyte.
    serverActions: { bodySizeLimit: '6mb' },
    // What is remembered lives in memory only: Next keeps entries on disk over a restart but forgets which had expired,
    // so that an edit could be undone on the page, or another database's stops appear.
    isrFlushToDisk: false,
  },
  agentRules: false,
  headers: async () => [
    { source: '/:path*', headers: security },
    // The checking page is there to be kept and opened from disk; on this site it runs nothing.
    {
      source: '/verify/hat1.html',
      headers: [
        { key: 'Content-Disposition', value: 'attachment; filename="hat1.html"' },
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      ],
    },
    // The addresses that hold a secret. The pages behind them hold none, and with no-referrer a form there would be
    // posted with `Origin: null`, as if it were foreign.
    { source: '/:letter(t|d|s|c)/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
}

export default createNextIntlPlugin('./lib/web/locale.ts')(next)
