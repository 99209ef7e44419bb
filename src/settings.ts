/** What is set from outside, checked at start: an unknown value is refused with words, not discovered later. */

import { resolve } from 'node:path'
import { z } from 'zod'
import type { PostSettings } from './kernel/post-office.ts'

const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
    HOST: z.string().default('127.0.0.1'),
    KRAFTSAM_DATA: z.string().default('./data'),
    KRAFTSAM_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    KRAFTSAM_DEMO: z.enum(['yes', 'no', 'auto']).default('auto'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
    DATABASE_REPLICA_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
    KRAFTSAM_PROXIES: z.string().default(''),
    KRAFTSAM_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    KRAFTSAM_SMTP_HOST: z.string().default('127.0.0.1'),
    KRAFTSAM_SMTP_MAX_MB: z.coerce.number().int().min(1).max(50).default(30),
    KRAFTSAM_METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
    KRAFTSAM_MAIL_URL: z
      .string()
      .regex(/^smtps?:\/\/[^\s/]+\/?$/, 'must be smtp(s)://user:password@host:port')
      .refine((url) => URL.canParse(url), 'must be smtp(s)://user:password@host:port')
      .optional(),
    KRAFTSAM_MAIL_FROM: z.email('must be an e-mail address').optional(),
    KRAFTSAM_URL: z
      .url({ protocol: /^https?$/, error: 'must begin with https:// or http://' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  })
  .superRefine(({ KRAFTSAM_MAIL_URL, KRAFTSAM_MAIL_FROM, KRAFTSAM_URL }, ctx) => {
    if (KRAFTSAM_MAIL_URL === undefined) return
    const missing = (name: string, value: unknown, why: string) =>
      value === undefined && ctx.addIssue({ code: 'custom', path: [name], message: why })
    missing(
      'KRAFTSAM_MAIL_FROM',
      KRAFTSAM_MAIL_FROM,
      'is needed with KRAFTSAM_MAIL_URL: the address that mail leaves from',
    )
    missing('KRAFTSAM_URL', KRAFTSAM_URL, 'is needed with KRAFTSAM_MAIL_URL: where the links in letters lead')
  })

export type Settings = {
  readonly port: number
  readonly host: string
  /** The proxies before us, whose X-Forwarded-For is believed. */
  readonly proxies?: string
  readonly dataFolder: string
  readonly logLevel: string
  /** Whether to fill an empty store with the demo city: `auto` does so for the embedded store only. */
  readonly demo: 'yes' | 'no' | 'auto'
  readonly databaseUrl: string | undefined
  /** A hot standby that pages are read from. */
  readonly replicaUrl?: string | undefined
  /** The door for e-mail; shut if there is none. `largest` in bytes. */
  readonly mail?: { readonly host: string; readonly port: number; readonly largest: number } | undefined
  /** The mail server that letters leave by; without one they wait. */
  readonly post?: PostSettings | undefined
  /** Where people reach the house, for links. */
  readonly house?: string | undefined
  /** Who has it reads /metrics from anywhere; without one, only the machine itself. */
  readonly metricsToken?: string | undefined
}

/** Reads the environment. Throws an error that names each setting that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const known = Object.fromEntries(Object.keys(settings.shape).map((key) => [key, environment[key]]))
  const read = settings.safeParse(known)
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const { PORT, HOST, KRAFTSAM_DATA, KRAFTSAM_LOG, KRAFTSAM_DEMO, DATABASE_URL } = read.data
  return {
    port: PORT,
    host: HOST,
    proxies: read.data.KRAFTSAM_PROXIES,
    dataFolder: resolve(KRAFTSAM_DATA),
    logLevel: KRAFTSAM_LOG,
    demo: KRAFTSAM_DEMO,
    databaseUrl: DATABASE_URL,
    replicaUrl: read.data.DATABASE_REPLICA_URL,
    metricsToken: read.data.KRAFTSAM_METRICS_TOKEN,
    mail: mailOf(read.data),
    post: postOf(read.data),
    house: read.data.KRAFTSAM_URL,
  }
}

function mailOf({
  KRAFTSAM_SMTP_PORT,
  KRAFTSAM_SMTP_HOST,
  KRAFTSAM_SMTP_MAX_MB,
}: z.output<typeof settings>): Settings['mail'] {
  if (KRAFTSAM_SMTP_PORT === undefined) return undefined
  return { host: KRAFTSAM_SMTP_HOST, port: KRAFTSAM_SMTP_PORT, largest: KRAFTSAM_SMTP_MAX_MB * 1024 * 1024 }
}

function postOf({ KRAFTSAM_MAIL_URL, KRAFTSAM_MAIL_FROM, KRAFTSAM_URL }: z.output<typeof settings>): Settings['post'] {
  if (KRAFTSAM_MAIL_URL === undefined || KRAFTSAM_MAIL_FROM === undefined || KRAFTSAM_URL === undefined)
    return undefined
  return { url: KRAFTSAM_MAIL_URL, from: KRAFTSAM_MAIL_FROM, house: KRAFTSAM_URL }
}
