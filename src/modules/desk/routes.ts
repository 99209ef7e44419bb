/** The doors of the desk. */

import { endpoint, form, type Route } from '../../kernel/http/route.ts'
import { readDocument } from './commands/read-document.ts'
import { answers } from './routes/answers.ts'
import { commentRoutes } from './routes/comments.ts'
import { earlierPage, othersPage, proposalPage } from './routes/panels.ts'
import { phraseRoutes } from './routes/phrases.ts'
import { text } from './text.ts'
import { documentHref } from './views/document-href.ts'

type Input = Readonly<Record<string, string>>

const forms: readonly Route[] = [
  form(`${proposalPage.path}/las-in`, readDocument, {
    back: proposalPage.path,
    then: ({ caseId = '', fileId = '' }: Input) => documentHref({ referenceNumber: caseId }, { fil: fileId }),
    says: () => text.document.asked,
  }),
]

const api: readonly Route[] = [
  endpoint('/files/:fileId/read', readDocument),
  ...answers,
  ...phraseRoutes,
  ...commentRoutes,
]

export const routes: readonly Route[] = [proposalPage, earlierPage, othersPage, ...forms, ...api]
