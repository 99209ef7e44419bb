/** `kraftsam memo render FILE.json`: a structured memo, in the shape that `memo parse` prints, becomes a document. */

import { read } from '../../../kernel/command.ts'
import { paperDocx, paperHtml, paperPdf, type Paper } from '../../../kernel/documents/index.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { html, raw } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { memoContent, memoPaper } from '../../drafting/index.ts'
import { readMemoSchema } from '../../reading/index.ts'
import { bytesOf, writeOut } from '../queries/files.ts'
import { Misused, needed, optional, type Given, type Verb } from '../model.ts'
import { text } from '../text.ts'

const formats = ['pdf', 'docx', 'html']
const given = readMemoSchema.partial()

export const verb: Verb = {
  options: { format: { type: 'string' }, out: { type: 'string' }, sender: { type: 'string' } },
  async run(asked, house, streams) {
    const [file, ...more] = asked.words
    if (file === undefined || more.length > 0) throw new Misused(text.oneFile)
    const format = needed(asked, 'format', text.noFormat(formats.join(', ')))
    if (!formats.includes(format)) throw new Misused(text.noFormat(formats.join(', ')))
    const out = needed(asked, 'out', text.noOut)
    const memo = read(given, parsedJson(await bytesOf(file, streams), file))
    const day = swedishDay(house.clock())
    if (!memo.date) streams.err(text.undated(day))
    await writeOut(out, await rendered(paperOf(memo, asked, day), format), streams)
    return 0
  },
}

function parsedJson(bytes: Uint8Array, file: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return value
  } catch {
    throw new Invalid({ '': text.notJson(file) })
  }
}

type Memo = ReturnType<typeof given.parse>

function paperOf(memo: Memo, asked: Given, day: string): Paper {
  const sender = optional(asked, 'sender') ?? capital(memo.planning?.at(-1)?.body ?? '')
  return memoPaper(contentOf(memo, day), {
    sender: { organisation: sender, unit: null },
    reference: memo.caseNumber ?? null,
    isDraft: false,
  })
}

/** The contract's shape as drafting has it: what is absent there is empty here. */
function contentOf({ planning = [], responsible = [], reference, ...memo }: Memo, day: string) {
  return memoContent.parse({
    date: memo.date ?? day,
    reference: filled(reference ?? {}),
    title: memo.title ?? '',
    summary: memo.summary ?? '',
    proposals: memo.proposals,
    basis: memo.basis,
    planning: planning.map((line) => ({ ...line, date: line.date ?? '' })),
    sendTo: memo.sendTo,
    responsible: responsible.map(({ name, role }) => ({ name, role: role ?? '' })),
  })
}

function filled(values: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? '']))
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase('sv') + name.slice(1)
}

async function rendered(paper: Paper, format: string): Promise<Uint8Array> {
  if (format === 'pdf') return paperPdf(paper)
  if (format === 'docx') return paperDocx(paper)
  return new TextEncoder().encode(page(paper))
}

/** The article on a page of its own, readable as it stands and on paper. */
function page(paper: Paper): string {
  return html`<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${paper.title}</title>
<style>${raw(look)}</style>
</head>
<body>
<main>${paperHtml(paper)}</main>
</body>
</html>
`.markup
}

const look = `body{margin:2rem auto;max-width:44rem;padding:0 1rem;font:1rem/1.5 "Public Sans",Arial,sans-serif;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.125rem;margin:1.75rem 0 .25rem}dl div{display:inline-block;margin-inline-end:2rem;vertical-align:top}
dt{font-size:.875rem;color:#555}dd{margin:0}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.375rem .5rem;text-align:left;vertical-align:top}`
