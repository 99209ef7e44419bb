import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { apart, whenThreadsFall, type Fallen } from './apart.ts'
import { TooMany } from './errors.ts'

/** A thread that says what it was told, and how many it has been told; or does something bad. */
const thread = `import { parentPort } from 'node:worker_threads'
let told = 0
parentPort.on('message', (asked) => {
  if (asked === 'fall') throw new Error('fallen')
  if (asked === 'leave') process.exit(0)
  if (asked === 'hang') for (;;);
  parentPort.postMessage(asked + ' ' + ++told)
})`

const place = join(await mkdtemp(join(tmpdir(), 'kraftsam-apart-')), 'thread.mjs')
await writeFile(place, thread)
const threads = (more: { atOnce?: number; patience?: number; mostWaiting?: number } = {}) =>
  apart<string, string>({
    thread: pathToFileURL(place),
    ...{ patience: 10_000, megabytes: 64, atOnce: 1, fell: 'fell', tooSlow: 'too slow' },
    ...more,
  })

test('a thread is asked again, and one that fell or went is replaced', async () => {
  const ask = threads()

  const told: string[] = []
  for (const words of ['a', 'b', 'fall', 'c', 'leave', 'd']) told.push(await ask(words))

  assert.deepEqual(told, ['a 1', 'b 2', 'fell', 'c 1', 'fell', 'd 1'])
})

test('why a thread gave no answer is told for the log, without the words it was reading', async (context) => {
  const told: Fallen[] = []
  context.after(whenThreadsFall((fallen) => told.push(fallen)))
  const ask = threads({ patience: 1500 })

  for (const words of ['fall', 'leave', 'hang', 'a']) await ask(words)

  assert.deepEqual(
    told.map(({ stack: _, ...each }) => each),
    [
      { thread: 'thread.mjs', why: 'fell', error: 'Error' },
      { thread: 'thread.mjs', why: 'ended', code: '0' },
      { thread: 'thread.mjs', why: 'too slow' },
    ],
  )
  assert.match(told[0]?.stack?.join() ?? '', /thread\.mjs:/)
  assert.doesNotMatch(JSON.stringify(told), /fallen/)
})

test('what takes longer than it has is ended, and those behind it have their turn and their own time', async () => {
  const ask = threads({ patience: 1500 })

  const told = await Promise.all(['hang', 'a', 'b'].map(ask))

  assert.deepEqual(told, ['too slow', 'a 1', 'b 2'])
})

test('as many are done beside each other as may be, and each asker has its own answer', async () => {
  const ask = threads({ atOnce: 2, patience: 3000 })

  const hanging = ask('hang')
  const beside = await Promise.all(['a', 'b', 'c'].map(ask))

  assert.deepEqual(beside, ['a 1', 'b 2', 'c 3'])
  assert.equal(await hanging, 'too slow')
})

test('one more than may wait is refused, and those before it are answered', async () => {
  const ask = threads({ mostWaiting: 1 })

  const [first, second, third] = await Promise.allSettled([ask('a'), ask('b'), ask('c')])

  assert.deepEqual(
    [first, second].map((one) => one.status === 'fulfilled' && one.value),
    ['a 1', 'b 2'],
  )
  assert.ok(third.status === 'rejected' && third.reason instanceof TooMany)
})

test('what cannot be prepared gives its turn on', async () => {
  const ask = apart<string, string>({
    thread: pathToFileURL(place),
    ...{ patience: 10_000, megabytes: 64, atOnce: 1, fell: 'fell', tooSlow: 'too slow' },
    prepare: async (asked) => {
      if (asked === 'gone') throw new Error('gone')
      return `made of ${asked}`
    },
  })

  const [gone, after] = await Promise.allSettled([ask('gone'), ask('a')])

  assert.equal(gone.status, 'rejected')
  assert.deepEqual(after, { status: 'fulfilled', value: 'made of a 1' })
})

test('what a web process is started with leaves the threads the memory they were given, and no more', async () => {
  const boot = await readFile(new URL('../../bin/boot.mjs', import.meta.url), 'utf8')
  const flags =
    /^const thrift = \[(.*)\]$/m
      .exec(boot)?.[1]
      ?.split(', ')
      .map((flag) => flag.slice(1, -1)) ?? []
  const greedy = join(place, '..', 'greedy.mjs')
  await writeFile(
    greedy,
    `import { isMainThread, parentPort, Worker } from 'node:worker_threads'
if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 32 } })
  thread.on('error', ({ code }) => console.log(code)).on('message', console.log)
} else {
  const held = Array.from({ length: 100 }, (_, n) => Array.from({ length: 131_072 }, (_, m) => n + m + 0.5))
  parentPort.postMessage('held ' + held.length)
}`,
  )

  const { stdout } = spawnSync(process.execPath, [...flags, greedy], { encoding: 'utf8' })

  assert.equal(flags.length, 2)
  assert.match(stdout, /ERR_WORKER_OUT_OF_MEMORY/)
})
