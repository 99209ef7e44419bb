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
    allElse: 'Alla har svarat. Varje annan cell är ordagrant det som instansen har beslutat.',
    beside: (names: string) => `Samma ord kan stå i svaren från ${names}, som inte är markerade: pröva även dem.`,
    before: 'En sammanställning som registrerades före markeringen kan återge yttrandet: pröva även den handlingen.',
    line: (body: string, record: string | null, provision: string | null) =>
      `${body}: ${[record === null ? '' : `handling ${record}`, provision ?? ''].filter((part) => part !== '').join(', ')}`,
    title: 'Sekretessmarkerade yttranden',
    paper:
      'Yttrandena har kommit in och är sekretessmarkerade. Vad de säger återges inte här. En begäran om att få ta del av dem prövas för sig.',
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
    allElse: 'All have answered. Every other cell is word for word what the body decided.',
    beside: (names: string) =>
      `The same words may stand in the answers of ${names}, which are not marked: test them as well.`,
    before: 'A compilation that was registered before the marking may repeat the statement: test that record as well.',
    line: (body: string, record: string | null, provision: string | null) =>
      `${body}: ${[record === null ? '' : `record ${record}`, provision ?? ''].filter((part) => part !== '').join(', ')}`,
    title: 'Statements marked as secret',
    paper:
      'The statements have come in and are marked as secret. What they say is not repeated here. A request to read them is tested by itself.',
  },
)
