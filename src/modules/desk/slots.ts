/** The panels of the desk beside a draft. */

import type { Fillings } from '../../kernel/slots.ts'
import { expectDocuments } from './commands/read-document.ts'
import { text } from './text.ts'

export const slots: Fillings = {
  'record.changed': [expectDocuments],
  'draft.panel': [
    {
      key: 'proposal',
      order: 10,
      label: () => text.panel.proposal,
      path: 'underlag/forslaget',
      isThere: async () => true,
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
