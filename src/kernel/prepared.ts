/**
 * What a connection remembers. Statements that come back are prepared, so that PostgreSQL reads and plans them once. And
 * within one snapshot that cannot write, the same question has the same answer: it is asked once, though a page's parts
 * that know nothing of each other each ask it.
 */

import pg from 'pg'

/** A statement that begins so is planned anew each time, with its values: one plan does not fit both rare and common words. */
export const planAnew = '/* anew */'
/** How a snapshot that cannot write begins. */
export const startSnapshot = 'start transaction isolation level repeatable read read only'

/** Texts seen, with the name each has on every connection. The first time a text is not named: it may never come back. */
const names = new Map<string, string | null>()
const most = 1000
let named = 0

function nameOf(text: string): string | undefined {
  if (text.length > 10_000 || text.startsWith(planAnew)) return undefined
  const known = names.get(text)
  if (known === undefined) {
    if (names.size < most) names.set(text, null)
    return undefined
  }
  if (known !== null) return known
  const name = `k${(named += 1)}`
  names.set(text, name)
  return name
}

/** A setting that is changed and changed back is asked for twice with the same words. */
const changesState = (text: string): boolean => text.includes('set_config(')

type Answer = Promise<pg.QueryResult>

/**
 * What is asked on one connection before anybody waits goes out in one writing: each costs the system more than most
 * questions cost the rest of the house, and wakes the other side.
 */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Makes a new connection prepare what it is asked with values, and remember the answers of a snapshot. */
export function remembering(client: pg.PoolClient): void {
  let answers: Map<string, Answer> | null = null
  const ask = (asked: readonly unknown[]): unknown => {
    sendTogether(client)
    return Reflect.apply(pg.Client.prototype.query, client, asked)
  }
  const askFor = (text: string, values: readonly unknown[]): Answer => {
    const name = values.length === 0 ? undefined : nameOf(text)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a callback the driver gives a promise
    return ask(name === undefined ? [text, values] : [{ name, text, values }]) as Answer
  }
  const query = (...asked: readonly unknown[]): unknown => {
    const [text, values = []] = asked
    if (typeof text !== 'string' || !Array.isArray(values)) return ask(asked)
    if (/^\s*(start|begin|commit|rollback)/i.test(text)) {
      answers = text.startsWith(startSnapshot) ? new Map() : null
      return ask(asked)
    }
    if (answers === null || changesState(text)) return askFor(text, values)
    const question = `${text}\n${JSON.stringify(values)}`
    const known = answers.get(question)
    const answer = known ?? askFor(text, values)
    if (known === undefined) answers.set(question, answer)
    return answer.then((result) => ({ ...result, rows: [...result.rows] }))
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver has one signature for each way of asking
  client.query = query as typeof client.query
}
