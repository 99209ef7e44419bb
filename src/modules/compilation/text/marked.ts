/** The words about answers whose statement is marked as secret. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    short: 'Sekretessmarkerat',
    cell: 'Yttrandet är sekretessmarkerat och återges inte',
    count: (count: number) =>
      count === 1 ? '1 yttrande är sekretessmarkerat' : `${count} yttranden är sekretessmarkerade`,
    lead: (count: number) =>
      count === 1
        ? '1 yttrande är sekretessmarkerat och återges inte här. Det läses i handlingen, av den som har behörighet.'
        : `${count} yttranden är sekretessmarkerade och återges inte här. De läses i handlingarna, av den som har behörighet.`,
    before: 'En sammanställning som registrerades före markeringen kan återge yttrandet: pröva även den handlingen.',
    line: (body: string, record: string | null, provision: string | null) =>
      `${body}: ${[record === null ? '' : `handling ${record}`, provision ?? ''].filter((part) => part !== '').join(', ')}`,
    title: 'Sekretessmarkerade yttranden',
    paper: 'Yttrandena har kommit in och är prövade var för sig. Vad de säger återges inte här.',
  },
  {
    short: 'Marked as secret',
    cell: 'The statement is marked as secret and is not repeated',
    count: (count: number) =>
      count === 1 ? '1 statement is marked as secret' : `${count} statements are marked as secret`,
    lead: (count: number) =>
      count === 1
        ? '1 statement is marked as secret and is not repeated here. It is read in the record, by those with access.'
        : `${count} statements are marked as secret and are not repeated here. They are read in the records, by those with access.`,
    before: 'A compilation that was registered before the marking may repeat the statement: test that record as well.',
    line: (body: string, record: string | null, provision: string | null) =>
      `${body}: ${[record === null ? '' : `record ${record}`, provision ?? ''].filter((part) => part !== '').join(', ')}`,
    title: 'Statements marked as secret',
    paper: 'The statements have come in and each has been tested. What they say is not repeated here.',
  },
)
