import { z } from 'zod'

/**
 * The one file that reads the environment. Every variable is explained in .env.example; a value that cannot work
 * stops the program at once with a sentence that names it.
 */
const text = z.string().trim()
const addresses = () =>
  text
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))))
const schema = z.object({
  DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, 'must start with postgresql://'),
  SITE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  AUTH_SECRET: text.min(32, 'needs at least 32 characters: openssl rand -base64 32'),
  DATA_DIR: text.min(1).default('.data'),
  SMTP_URL: text.regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://').optional(),
  MAIL_FROM: text.default('Next Stop <next-stop@localhost>'),
  OWNER_EMAIL: text.default('owner@example.org'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LIMITS: z.enum(['on', 'off']).default('on'),
  DATABASE_POOL: z.coerce.number().int().min(4).max(100).default(10),
  REGISTRATION_QUEUE: z.coerce.number().int().min(1).max(100_000).default(5_000),
  FRONT: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DRAND_RELAYS: addresses(),
  HOST_AI_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  HOST_AI_KEY: text.optional(),
  HOST_AI_MODEL: text.optional(),
  DESK_AI: z.enum(['on', 'off']).default('off'),
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default('OpenID'),
  WECHAT_APP_ID: text.optional(),
  WECHAT_APP_SECRET: text.optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  S3_REGION: text.default('auto'),
})

const placeholders = /change.?me|placeholder|your.?secret|^(.)\1+$/i

function read() {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration cannot work. ${problems.join('; ')}. See .env.example.`)
  }
  const production = process.env.NODE_ENV === 'production'
  if (production && placeholders.test(result.data.AUTH_SECRET)) {
    throw new Error('AUTH_SECRET is a placeholder. Make one with: openssl rand -base64 32')
  }
  return { ...result.data, production, https: result.data.SITE_URL.startsWith('https://') }
}

export type Config = ReturnType<typeof read>

let known: Config | undefined

/** The configuration, read and checked on first use. Throws one sentence when it cannot work. */
export function config(): Config {
  known ??= read()
  return known
}

/** Is this process building the site, not serving it? Known without a configuration. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === 'phase-production-build'
