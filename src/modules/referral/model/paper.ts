/** What leaves with a referral: the cover letter (missiv) and a correction. Always in Swedish. Pure. */

import type { Block, Field, Paper } from '../../../kernel/documents/index.ts'
import { isEmpty } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { conditionText } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { text as questionText } from '../text/questions.ts'
import { text as turnText } from '../text/turns.ts'
import { askedOf } from './answer.ts'
import type { Recipient } from './recipient.ts'
import type { Contact, Question, Round } from './round.ts'
import { askedWords } from './ways.ts'

export type PaperFacts = {
  /** ISO day. */
  readonly date: string
  /** Everyone of the round. */
  readonly recipients: readonly Pick<Recipient, 'bodyName' | 'turn'>[]
  /** Titles of the answers that go along, from those who were asked before. */
  readonly answers: readonly string[]
  /** The one it goes to; null where nobody is asked yet. */
  readonly to: Pick<Recipient, 'bodyKind' | 'isMandatory'> | null
}

/** The cover letter: who asks, what, on which decision, by when, whether it must be answered, how, and who else was asked (I-05, A-100). */
export function coverLetterPaper(round: Round, { date, recipients, answers, to }: PaperFacts): Paper {
  return speaking('sv', () => ({
    kind: text.paper.kind,
    title: round.title,
    language: 'sv',
    sender: { organisation: round.authorityName, unit: null },
    reference: round.referenceNumber,
    head: headOf(round, date),
    blocks: [
      ...position(round),
      ...(isEmpty(round.coverLetter) ? [] : [{ type: 'text', text: round.coverLetter } as const]),
      ...questionBlocks(round.questions),
      ...part(text.paper.howToAnswer, [
        ...(to === null ? [] : [paragraph(askedWords(to))]),
        paragraph(text.paper.answering(round.referenceNumber, round.answerBy ?? '')),
      ]),
      ...part(text.paper.contact, contactBlocks(round.contact)),
      ...listPart(text.paper.documents, [...documentLines(round), ...answers]),
      ...correctedBlocks(round),
      ...recipientBlocks(round, recipients),
    ],
    isDraft: round.state === 'draft',
    footer: [],
  }))
}

function headOf(round: Round, date: string): Field[] {
  const { decision } = round
  return [
    { label: text.paper.date, lines: [date] },
    { label: text.paper.issuer, lines: [capital(round.issuerName)] },
    ...(decision === null
      ? []
      : [{ label: text.paper.decision, lines: [text.decisionLine(capital(decision.bodyName), decision)] }]),
    ...(round.answerBy === null ? [] : [{ label: text.paper.answerBy, lines: [round.answerBy] }]),
  ]
}

/** I-09: a body that takes no position of its own says so on the letter. */
function position({ withoutPosition, issuerName }: Round): Block[] {
  return withoutPosition ? [paragraph(text.paper.withoutPosition(capital(issuerName)))] : []
}

function questionBlocks(questions: readonly Question[]): Block[] {
  const blocks = questions.flatMap((question) => [
    paragraph(`${question.number}. ${question.text}`),
    ...(question.help === null ? [] : [paragraph(question.help)]),
    ...howToAnswer(question, questions),
  ])
  return part(text.paper.questions, blocks)
}

/** How the question is answered, where that is not plain from its words: the options, the unit, that it must be. */
function howToAnswer(question: Question, questions: readonly Question[]): Block[] {
  const { kind, unit, options, isRequired } = question
  const { letter } = questionText
  const how: Partial<Record<Question['kind'], string>> = {
    yes_no: letter.yesNo,
    number: letter.number(unit ?? ''),
    file: letter.file,
    choice: letter.choice(options.join('; ')),
    choices: letter.choices(options.join('; ')),
  }
  const when = conditionText(askedOf(question), questions.map(askedOf)) ?? ''
  const words = [when, how[kind] ?? '', isRequired ? letter.required : ''].filter((part) => part !== '').join(' ')
  return words === '' ? [] : [paragraph(words)]
}

/** Whoever is asked after a correction hears what was put right (I-11). */
function correctedBlocks({ corrections }: Round): Block[] {
  return listPart(
    text.follow.corrections,
    corrections.map(({ what }) => what),
  )
}

/** Why some are asked before others, and which turn each is in, where they are not asked at once (I-06). */
function recipientBlocks({ inTurn }: Round, recipients: PaperFacts['recipients']): Block[] {
  const names = recipients.map(({ bodyName, turn }) =>
    inTurn === null ? capital(bodyName) : turnText.paper.name(capital(bodyName), turn),
  )
  const list = listPart(text.paper.recipients, names)
  return inTurn === null ? list : list.toSpliced(1, 0, paragraph(turnText.paper.order(inTurn.reason)))
}

function contactBlocks(contact: Contact | null): Block[] {
  if (contact === null) return []
  const { name, title, email, phone } = contact
  return [paragraph([`${name}, ${title}`, email, phone].filter((one) => one !== null).join(', '))]
}

function documentLines(round: Round): string[] {
  return round.documents.map(({ title, datedOn }) => (title.includes(datedOn) ? title : `${title}, ${datedOn}`))
}

export type CorrectionFacts = {
  readonly date: string
  readonly version: number
  readonly what: string
  readonly documents: readonly string[]
}

/** A correction of a referral that was sent: what is other now, and what comes with it (I-11). */
export function correctionPaper(round: Round, { date, version, what, documents }: CorrectionFacts): Paper {
  return speaking('sv', () => ({
    kind: text.paper.correction,
    title: text.correctionTitle(version - 1, round.title),
    language: 'sv',
    sender: { organisation: round.authorityName, unit: null },
    reference: round.referenceNumber,
    head: headOf(round, date),
    blocks: [
      paragraph(text.paper.corrected(round.sentAt?.toISOString().slice(0, 10) ?? date)),
      paragraph(what),
      ...listPart(text.paper.newDocuments, documents),
      ...part(text.paper.contact, contactBlocks(round.contact)),
    ],
    isDraft: false,
    footer: [],
  }))
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

function part(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...blocks]
}

function listPart(heading: string, items: readonly string[]): Block[] {
  return part(heading, items.length === 0 ? [] : [{ type: 'list', ordered: false, items }])
}
