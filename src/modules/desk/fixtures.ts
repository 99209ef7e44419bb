/** Builders for tests: documents read as the worker would. */

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
