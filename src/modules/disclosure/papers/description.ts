/** The description as a paper. Always in Swedish: it is the municipality's own document. */

import type { Block, Paper } from '../../../kernel/documents/index.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { speaking } from '../../../kernel/words.ts'
import { descriptionParts, missingParts, type Description, type DescriptionPart } from '../model/description.ts'
import type { KnownOfRecords } from '../queries/description.ts'
import { descriptionText as text } from '../text/description.ts'

type Facts = {
  readonly description: Description
  readonly known: KnownOfRecords
  /** ISO day. */
  readonly today: string
}

/** The seven points of OSL 4:2, each with what the registry knows and what the office has written (B-13, B-14). */
export function descriptionPaper({ description, known, today }: Facts): Paper {
  return speaking('sv', () => ({
    kind: text.kind,
    title: text.titleOf(inSentence(known)),
    language: 'sv',
    sender: { organisation: known.authority.name, unit: null },
    reference: null,
    head: [{ label: text.date, lines: [description.changedAt === null ? today : swedishDay(description.changedAt)] }],
    blocks: [
      { type: 'paragraph', text: text.paperLead },
      ...descriptionParts.flatMap((part, index) => partBlocks({ part, number: index + 1 }, description, known)),
      { type: 'heading', level: 1, text: text.diaries },
      { type: 'paragraph', text: text.diariesLead },
      { type: 'facts', rows: known.diaries.map(({ name, prefix }) => ({ label: name, value: prefix })) },
    ],
    isDraft: missingParts(description).length > 0,
    footer: [known.authority.name],
  }))
}

function partBlocks(
  { part, number }: { readonly part: DescriptionPart; readonly number: number },
  description: Description,
  known: KnownOfRecords,
): Block[] {
  const said = description[part]
  const blocks = [
    ...knownBlocks(part, known),
    ...(said === null ? [] : [{ type: 'text', text: fromText(said) } as const]),
  ]
  const heading = { type: 'heading', level: 1, text: `${number}. ${text.parts[part]}` } as const
  return [heading, ...(blocks.length > 0 ? blocks : [{ type: 'paragraph', text: text.missing } as const])]
}

/** "servicenämnden": the authority as its own body writes it, in the middle of a sentence. */
function inSentence({ authority, bodies }: KnownOfRecords): string {
  const name = authority.name.toLocaleLowerCase('sv')
  return bodies.includes(name) ? name : authority.name
}

function knownBlocks(part: DescriptionPart, known: KnownOfRecords): Block[] {
  if (part === 'organisation') {
    return [
      { type: 'paragraph', text: text.isAuthority(known.authority.name) },
      { type: 'list', ordered: false, items: known.bodies },
    ]
  }
  if (part === 'search') {
    const { preserved, destroyed } = known.classes
    const plan = preserved + destroyed > 0 ? [text.plan(preserved, destroyed)] : []
    return [text.search(known.authority.prefix), ...plan].map((words) => ({ type: 'paragraph', text: words }))
  }
  return part === 'contact' ? contactBlocks(known) : []
}

function contactBlocks({ registrars, address }: KnownOfRecords): Block[] {
  const people = registrars.map(({ name, title }) => ({ label: name, value: title }))
  const rows = address === null ? people : [...people, { label: text.address, value: address }]
  return rows.length > 0 ? [{ type: 'facts', rows }] : []
}
