/** Passwords and tokens: argon2id for what people choose, SHA-256 for what we make. */

import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** `argon2id$<salt>$<tag>` in base64url. About 30 ms. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...cost, message: Buffer.from(password.normalize('NFC')), nonce })
  return `argon2id$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

/** Takes the same time whether or not there is a hash, so that nobody learns who has an account. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, salt, tag] = (hash ?? `argon2id$${randomBytes(16).toString('base64url')}$${'A'.repeat(43)}`).split('$')
  const nonce = Buffer.from(salt ?? '', 'base64url')
  const known = Buffer.from(tag ?? '', 'base64url')
  const given = await derive('argon2id', { ...cost, message: Buffer.from(password.normalize('NFC')), nonce })
  return hash !== undefined && known.length === given.length && timingSafeEqual(known, given)
}

/** 256 random bits. Only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
