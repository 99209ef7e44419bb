/** Builders for tests: documents read as the worker would. */

import { paperPdf, type Paper } from '../../kernel/documents/index.ts'
import { asking, actorOf, type World } from '../../../test/support.ts'
import { readDocumentJob } from './commands/read-document.ts'
import { listDocuments } from './queries/documents.ts'

/** Does what the worker would with every document that waits. Gives how many there were. */
export async function readWaitingDocuments(world: World): Promise<number> {
  const rows = await world.db.selectFrom('desk.documents').select('sha256').where('state', '=', 'waiting').execute()
  for (const { sha256 } of rows) await readDocumentJob(world.caller(), { sha256 })
  return rows.length
}

/** The documents of a case as a person has them on the desk. */
export async function documentsFor(world: World, personId: string, caseId: string) {
  return asking(world, (ctx) => listDocuments(ctx, { id: caseId }), await actorOf(world, personId))
}

/** A proposal with a chapter for each page, more or less. */
export const proposal = (pages: number): Paper => ({
  kind: 'Förslag',
  title: 'Hållbar lokal utveckling',
  language: 'sv',
  sender: { organisation: 'Stadskontoret', unit: null },
  reference: null,
  head: [{ label: 'Datum', lines: ['2023-10-02'] }],
  blocks: Array.from({ length: pages }, (_, at) => [
    { type: 'heading', level: 1, text: `Kapitel ${at + 1}` } as const,
    {
      type: 'paragraph',
      text: `Dialogen i område ${at + 1} börjar hos de boende. ${'Ord som fyller ut sidan. '.repeat(110)}`,
    } as const,
  ]).flat(),
  isDraft: false,
  footer: [],
})

export const pdf = async (pages: number) => ({
  name: 'forslag.pdf',
  mediaType: 'application/pdf',
  bytes: await paperPdf(proposal(pages)),
})
