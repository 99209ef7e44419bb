/** The words of taking e-mails in from the command line. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    about: 'ta in sparade e-brev (.eml; - är stdin) i en inkorg: en rad JSON per fil',
    noWho: 'Ange --as med e-postadressen till den registrator som tar in dem.',
    noAuthority: (prefix: string) => `Ingen myndighet har diarieprefixet ${prefix}.`,
  },
  {
    about: 'take saved e-mails (.eml; - is stdin) into an inbox: a line of JSON per file',
    noWho: 'Give --as with the e-mail of the registrar who takes them in.',
    noAuthority: (prefix: string) => `No authority has the registry prefix ${prefix}.`,
  },
)
