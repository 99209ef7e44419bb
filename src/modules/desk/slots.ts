/** The panels of the desk beside a draft. */

import type { Fillings } from '../../kernel/slots.ts'
import { countOpenOnDocuments } from '../commenting/index.ts'
import { expectDocuments } from './commands/read-document.ts'
import { text } from './text.ts'
import { proposalPath } from './views/document-href.ts'

export const slots: Fillings = {
  'record.changed': [expectDocuments],
  'comment.documents': [{ path: `${proposalPath}?visa=kommentarer` }],
  'draft.panel': [
    {
      key: 'proposal',
      order: 10,
      label: () => text.panel.proposal,
      path: proposalPath,
      isThere: async () => true,
      // Counted when the page is drawn, and told of news on its own page: a browser has six connections to a house, and a page one
      // writes in has its lines for the text and for the comments on it.
      live: { count: (ctx, theCase) => countOpenOnDocuments(ctx, theCase.id) },
    },
    {
      key: 'earlier',
      order: 20,
      label: () => text.panel.earlier,
      path: 'underlag/tidigare',
      isThere: async () => true,
    },
    {
      key: 'others',
      order: 30,
      label: () => text.panel.others,
      path: 'underlag/andra',
      isThere: async (_, theCase) => theCase.kind === 'referral_answer',
    },
    {
      key: 'phrases',
      order: 40,
      label: () => text.panel.phrases,
      path: 'underlag/standardtexter',
      typed: (theCase) => `/api/v1/cases/${theCase.id}/desk/phrases`,
      isThere: async () => true,
    },
  ],
}
