/** What came in, as values: form fields to nested input, files streamed to the store while they arrive. */

import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { Context } from 'hono'
import { z } from 'zod'
import { Invalid, TooLarge } from '../errors.ts'
import type { FileStore, StoredFile } from '../files.ts'
import { text } from './text.ts'

export const limits = {
  fields: 2000,
  files: 200,
  fileBytes: 100 * 1024 * 1024,
  /** All the words of a form, of whatever sort, or all that a program sends: no field has a limit of its own here. */
  textBytes: 5_000_000,
}
/** So many more than may come are read all the same, so that the form comes back whole with why it was not taken. */
const fieldsRead = 10 * limits.fields

type Limits = Pick<typeof limits, 'files' | 'fileBytes'>

/** From one who is not signed in: what a filled-in form takes, and no more. */
export const limitsOfGuest: Limits = { files: 1, fileBytes: 20 * 1024 * 1024 }

/** Without a prototype: a field may be called anything, 'toString' too. */
function noFields(): Record<string, string[]> {
  return Object.create(null)
}

export type Arrived = { readonly field: string; readonly name: string; readonly mediaType: string } & StoredFile

const genuine = new WeakSet<object>()

function asArrived(file: Arrived): Arrived {
  genuine.add(file)
  return file
}

/** Files that came with the very form, at a door where there is nobody whose uploads they could be. No one can name others'. */
export const arrivedFiles = z
  .array(z.custom<Arrived>((value) => typeof value === 'object' && value !== null && genuine.has(value)))
  .default([])

/** Fields with their values in order, and the files. */
export type FormInput = {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: readonly Arrived[]
}

/** What could be read of a form, and by field why the rest of it could not: for whoever sent it to have it all back. */
export type ReadForm = FormInput & { readonly tooMuch: Readonly<Record<string, string>> }

/** Reads a form, urlencoded or multipart. Throws `Invalid` where none of it can be read, `TooLarge` where its words are too many to show again. */
export async function readForm(c: Context, files: FileStore, most: Limits = limits): Promise<ReadForm> {
  if (isMultipart(c)) return readMultipart(c, files, most)
  const body = await readText(c)
  const fields = noFields()
  for (const [name, value] of new URLSearchParams(body)) (fields[name] ??= []).push(value)
  return { fields, files: [], tooMuch: {} }
}

/** Throws `Invalid` for a form of which something was too much. */
export function wholeForm({ tooMuch }: ReadForm): void {
  if (Object.keys(tooMuch).length > 0) throw new Invalid(tooMuch)
}

export function isMultipart(c: Context): boolean {
  return /^multipart\//i.test(typeOf(c))
}

function typeOf(c: Context): string {
  return c.req.header('content-type') ?? ''
}

/**
 * The body as text. Throws `TooLarge` past the limit for one that is not a file, whatever length was promised, or none. The rest is
 * read and thrown away: a browser that cannot send all of it shows nothing of the answer.
 */
export async function readText(c: Context): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size <= limits.textBytes) parts.push(part)
  }
  if (size > limits.textBytes) throw new TooLarge(limits.textBytes)
  return new TextDecoder().decode(Buffer.concat(parts))
}

async function readMultipart(c: Context, store: FileStore, most: Limits): Promise<ReadForm> {
  const parser = new Busboy({
    headers: { 'content-type': typeOf(c) },
    // A file field where nothing was chosen is sent too, as a file without a name: those are counted apart.
    limits: { fields: fieldsRead, fieldSize: limits.textBytes, files: limits.fields, fileSize: most.fileBytes },
  })
  const tooMuch: Record<string, string> = Object.create(null)
  const read = fieldsFrom(parser, tooMuch)
  const { arriving, taking } = filesFrom(parser, { store, most, tooMuch })
  const body = c.req.raw.body
  if (body === null) throw new Invalid({ '': text.unreadable })
  await pipeline(Readable.fromWeb(body as import('node:stream/web').ReadableStream), parser).catch(() => {
    taking.forEach((one) => one.destroy())
    throw new Invalid({ '': text.unreadable }) // cut off on the way, or no form at all
  })
  const files: Arrived[] = []
  for (const file of await Promise.allSettled(arriving)) {
    if (file.status === 'fulfilled') files.push(file.value)
    else if (file.reason instanceof Invalid) Object.assign(tooMuch, file.reason.fields)
    else throw file.reason
  }
  if (read.isTooLarge()) throw new TooLarge(limits.textBytes)
  return { fields: read.fields, files, tooMuch }
}

type Parser = InstanceType<typeof Busboy>

/** Values by name. Past what may come nothing is kept any more: what is cut off is never taken for the whole. */
function fieldsFrom(parser: Parser, tooMuch: Record<string, string>) {
  const fields = noFields()
  let size = 0
  let count = 0
  let isTooLarge = false
  parser.on('field', (name, value, isNameCut, isCut) => {
    size += Buffer.byteLength(name) + Buffer.byteLength(value)
    isTooLarge ||= isNameCut || isCut || size > limits.textBytes
    if (isTooLarge) return
    count += 1
    if (count > limits.fields) tooMuch[''] = text.tooManyFields(limits.fields)
    ;(fields[name] ??= []).push(value)
  })
  parser.on('fieldsLimit', () => (isTooLarge = true))
  return { fields, isTooLarge: () => isTooLarge }
}

type Taking = { readonly store: FileStore; readonly most: Limits; readonly tooMuch: Record<string, string> }

function filesFrom(parser: Parser, { store, most, tooMuch }: Taking) {
  const arriving: Promise<Arrived>[] = []
  const taking: PassThrough[] = []
  parser.on('filesLimit', () => (tooMuch[''] = text.tooManyFields(limits.fields)))
  parser.on('file', (field, stream, ...about) => {
    const [fileName, , mediaType] = about
    const name = decodeName(fileName)
    if (name === '') return void stream.resume()
    if (arriving.length === most.files) {
      tooMuch[field] = most.files === 1 ? text.oneFileAtATime(name) : text.tooManyFiles(most.files)
      return void stream.resume()
    }
    const taken = readPast(stream)
    taking.push(taken)
    stream.on('limit', () => taken.destroy(new Invalid({ [field]: text.fileTooLarge(name, most.fileBytes) })))
    const kept = store.keepStream(taken).then((file) => asArrived({ field, name, mediaType, ...file }))
    kept.catch(() => {})
    arriving.push(kept)
  })
  return { arriving, taking }
}

/**
 * A file on its way. When it is no longer taken (too large, the disk is full) the rest of it is read and thrown away: a parser
 * that waits for one file waits for ever, and a browser that cannot send all of it shows nothing of the answer.
 */
function readPast(stream: Readable): PassThrough {
  const taken = stream.pipe(new PassThrough())
  taken.once('close', () => stream.resume())
  // It may be too large before the store has begun to listen; the store is told all the same.
  taken.on('error', () => {})
  return taken
}

/** Only the last part of a path, without control characters: the name is shown, never used as a path. */
function decodeName(name: string | undefined): string {
  return (name ?? '')
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 255)
}

type Nested = { [key: string]: unknown }

/**
 * 'answers.0.text' becomes answers[0].text; a name ending in [] is always a list; any other takes its last value.
 * Keys that could reach a prototype are dropped.
 */
export function nest(fields: Readonly<Record<string, readonly string[]>>): Nested {
  const root: Nested = {}
  for (const [name, values] of Object.entries(fields)) {
    const isList = name.endsWith('[]')
    const path = (isList ? name.slice(0, -2) : name).split('.')
    if (path.some((key) => key === '__proto__' || key === 'constructor' || key === 'prototype')) continue
    put(root, path, isList ? [...values] : values.at(-1))
  }
  return lists(root) as Nested
}

function put(root: Nested, path: readonly string[], value: unknown): void {
  let at = root
  for (const key of path.slice(0, -1)) {
    const next = at[key]
    if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next as Nested
    else at = at[key] = {}
  }
  at[path.at(-1) ?? ''] = value
}

/** An object whose keys are all numbers is a list; gaps close up. */
function lists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, lists(inner)] as const)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  return Object.fromEntries(entries)
}

/** How a command names files that were sent before it: the ids of uploads. A form's file field gives the same. */
export const uploadIds = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid()),
  )
  .describe('Ids from POST /api/v1/uploads')
