/** A memo without faults, with parts that a test can change, and a house that knows its bodies. */

import type { Known, Piece, Written } from './index.ts'
import { checkWriting, usualRules, type Finding, type WritingRules } from './index.ts'

export const house: Known = {
  bodies: [
    { name: 'Kommunfullmäktige', aliases: ['KF'] },
    { name: 'Kommunstyrelsen', aliases: ['KS'] },
    { name: 'Kommunstyrelsens arbetsutskott', aliases: ['KSAU'] },
    { name: 'Servicenämnden', aliases: ['SN'] },
    { name: 'Servicenämndens arbetsutskott' },
    { name: 'Tekniska nämnden', aliases: ['TN'] },
    { name: 'Grundskolenämnden', aliases: ['GRN'] },
    { name: 'MKB Fastighets AB', aliases: ['MKB'] },
  ],
  caseNumber: 'SN-2023-1541',
  caseTitle: 'Remiss: Cykelvägar i öster',
  answerBy: '2023-12-29',
  prefixes: ['SN', 'STK', 'GRN'],
  numbersThere: new Set(['STK-2023-1042']),
  records: ['Remiss om cykelvägar', 'Bilaga 1 Karta', 'Beslut'],
}

type Parts = {
  readonly title?: string
  readonly summary?: string
  readonly body?: string
  readonly proposals?: readonly string[]
  readonly basis?: readonly string[]
  readonly planning?: readonly { readonly body: string; readonly date: string | null }[]
  readonly sendTo?: readonly string[]
  readonly headings?: Written['headings']
}

/** A whole memo, and what a test says of it. */
export function aMemo(parts: Parts = {}): Written {
  const {
    title = 'Remiss om cykelvägar i öster',
    summary = 'Kommunstyrelsen frågar servicenämnden om nya cykelvägar i öster.',
    body = 'Förvaltningen ser positivt på förslaget.',
    proposals = ['Servicenämnden lämnar yttrandet över remissen om cykelvägar i öster som sitt eget.'],
    basis = ['Tjänsteskrivelse Remiss om cykelvägar i öster', 'Remiss om cykelvägar, 2023-10-02'],
    planning = [
      { body: 'servicenämndens arbetsutskott', date: '2023-12-07' },
      { body: 'servicenämnden', date: '2023-12-19' },
    ],
    sendTo = ['Kommunstyrelsen'],
    headings = [],
  } = parts
  const memo = {
    file: null,
    date: '2023-11-15',
    reference: { name: 'Elin Sand', title: null, email: null },
    caseNumber: 'SN-2023-1541',
    title,
    summary,
    proposals: [...proposals],
    basis: [...basis],
    planning: planning.map((line) => ({ ...line, step: 'board' })),
    sendTo: [...sendTo],
    responsible: [{ name: 'Karin Ek', role: 'direktör' }],
  }
  const pieces = piecesOf({ title, summary, body, proposals, basis, sendTo })
  const plan = planning.map((line) => `${line.body} ${line.date}`)
  const whole = [memo.date, ...pieces.map(({ text }) => text), ...plan].join('\n')
  return { kind: 'memo', pieces, whole, headings, memo, open: [], beside: [], isStanceOpen: false }
}

type Fields = Required<Pick<Parts, 'title' | 'summary' | 'body' | 'proposals' | 'basis' | 'sendTo'>>

function piecesOf({ title, summary, body, proposals, basis, sendTo }: Fields): Piece[] {
  return [
    { part: 'title', field: 'title', at: 0, text: title },
    { part: 'reference', field: 'reference.name', at: 0, text: 'Elin Sand' },
    { part: 'summary', field: 'summary', at: 0, text: summary },
    { part: 'body', field: 'body', at: 0, text: body },
    ...proposals.map((text, at) => ({ part: 'proposals', field: 'proposals[]', at, text }) as const),
    ...basis.map((text, at) => ({ part: 'basis', field: 'basis', at, text }) as const),
    ...sendTo.map((text, at) => ({ part: 'sendTo', field: 'sendTo', at, text }) as const),
    { part: 'responsible', field: 'responsible[]', at: 0, text: 'Karin Ek, direktör' },
  ]
}

/** What the checks say of it, with other rules if a test has them. */
export function said(written: Written, rules: Partial<WritingRules> = {}, known: Partial<Known> = {}): Finding[] {
  return checkWriting(written, { ...house, ...known }, { ...usualRules, off: [], ...rules })
}

export function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code)
}
