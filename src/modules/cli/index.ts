/** The command line: which verb, with what, and how it ended. */

import { parseArgs } from 'node:util'
import { speaking } from '../../kernel/words.ts'
import { Misused, splitVerb, type Given, type House, type Streams, type Verb } from './model.ts'
import { problemOf } from './views/problems.ts'
import { text } from './text.ts'
import { text as keeping } from './text/keeping.ts'
import { text as mail } from './text/mail.ts'

export type { House, OpenHouse, Streams } from './model.ts'

/** Each is loaded when it is asked for: reading a memo waits for nothing else. */
const verbs: Readonly<Record<string, { usage: string; about: () => string; load: () => Promise<{ verb: Verb }> }>> = {
  serve: { usage: 'serve', about: () => text.verbs.serve, load: () => import('./verbs/serve.ts') },
  'memo parse': {
    usage: 'memo parse FILE… [--answer-by DATE]',
    about: () => text.verbs.memoParse,
    load: () => import('./verbs/memo-parse.ts'),
  },
  'memo check': {
    usage: 'memo check FILE… [--answer-by DATE]',
    about: () => text.verbs.memoCheck,
    load: () => import('./verbs/memo-check.ts'),
  },
  'memo render': {
    usage: 'memo render FILE.json --format pdf|docx|html --out FILE [--sender NAME]',
    about: () => text.verbs.memoRender,
    load: () => import('./verbs/memo-render.ts'),
  },
  run: {
    usage: 'run COMMAND [JSON|-] --as EMAIL  |  run --list',
    about: () => text.verbs.run,
    load: () => import('./verbs/run.ts'),
  },
  'token create': {
    usage: 'token create --as EMAIL [--name NAME] [--days DAYS]',
    about: () => text.verbs.token,
    load: () => import('./verbs/token-create.ts'),
  },
  'password set': {
    usage: 'password set EMAIL',
    about: () => text.verbs.password,
    load: () => import('./verbs/password-set.ts'),
  },
  'import registry': {
    usage: 'import registry DIR [--source NAME] [--report FILE] [--no-index]',
    about: () => keeping.verbs.importRegistry,
    load: () => import('./verbs/import-registry.ts'),
  },
  verify: {
    usage: 'verify [--case NUMBER]',
    about: () => keeping.verbs.verify,
    load: () => import('./verbs/verify.ts'),
  },
  backup: { usage: 'backup DIR', about: () => keeping.verbs.backup, load: () => import('./verbs/backup.ts') },
  restore: {
    usage: 'restore DIR [--into FOLDER]',
    about: () => keeping.verbs.restore,
    load: () => import('./verbs/restore.ts'),
  },
  'mail import': {
    usage: 'mail import FILE… --as EMAIL [--authority PREFIX]',
    about: () => mail.about,
    load: () => import('./verbs/mail-import.ts'),
  },
  'export compilation': {
    usage: 'export compilation ROUND --format pdf|docx|xlsx|json [--out FILE] [--as EMAIL]',
    about: () => text.verbs.exportCompilation,
    load: () => import('./verbs/export-compilation.ts'),
  },
  'search rebuild': {
    usage: 'search rebuild [--anew]',
    about: () => text.verbs.searchRebuild,
    load: () => import('./verbs/search-rebuild.ts'),
  },
}

/** Does what the words say. Gives the exit code: 0 done, 1 failed (a problem document on stderr), 2 not understood. */
export async function runCommandLine(args: readonly string[], house: House, streams: Streams): Promise<number> {
  const { language, rest } = languageIn(args)
  return speaking(language, async () => {
    try {
      return await obey(rest, house, streams)
    } catch (error) {
      if (error instanceof Misused) return explain(error.message, streams)
      streams.err(JSON.stringify(problemOf(error)))
      return 1
    }
  })
}

/** `--language en` may stand before the command. */
function languageIn(args: readonly string[]): { language: 'sv' | 'en'; rest: readonly string[] } {
  if (args[0] !== '--language') return { language: 'sv', rest: args }
  return { language: args[1] === 'en' ? 'en' : 'sv', rest: args.slice(2) }
}

async function obey(args: readonly string[], house: House, streams: Streams): Promise<number> {
  const first = args[0]
  if (first === undefined) throw new Misused(text.noVerb)
  if (['--version', '-v'].includes(first)) return say(house.version, streams)
  if (['--help', '-h', 'help'].includes(first)) return say(usage(), streams)
  const split = splitVerb(args, Object.keys(verbs))
  const known = split === null ? undefined : verbs[split.verb]
  if (split === null || known === undefined) throw new Misused(text.unknown(wordsBeforeOptions(args)))
  if (split.rest.some((word) => word === '--help')) return say(line(known), streams)
  const { verb } = await known.load()
  return verb.run(given(split.rest, verb), house, streams)
}

/** Throws `Misused` in the words of Node for an option that is not known or lacks its value. */
function given(rest: string[], { options }: Verb): Given {
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true })
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])
    return { words: positionals, options: Object.fromEntries(single) }
  } catch (error) {
    throw new Misused(error instanceof Error ? error.message : String(error))
  }
}

function wordsBeforeOptions(args: readonly string[]): string {
  const end = args.findIndex((word) => word.startsWith('-'))
  return args.slice(0, end > 0 ? end : 2).join(' ')
}

function say(words: string, streams: Streams): number {
  streams.out(words)
  return 0
}

function explain(reason: string, streams: Streams): number {
  streams.err(`${reason}\n\n${usage()}`)
  return 2
}

function usage(): string {
  const lines = Object.values(verbs).map(line)
  return `${text.about}\n\n${text.usage}\n${lines.join('\n')}\n  kraftsam --version | --help | --language sv|en …`
}

function line({ usage: words, about }: { usage: string; about: () => string }): string {
  return `  kraftsam ${words}\n      ${about()}`
}
