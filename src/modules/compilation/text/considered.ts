/** The words of what the bodies considered. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'Prövade hänsyn, instans för instans',
    short: 'Prövade hänsyn',
    lead: 'Ur de tjänsteskrivelser som registrerades före svaren. Utkast syns aldrig.',
    body: 'Instans',
    caseNumber: 'Ärende',
    notAnswered: 'har inte svarat',
    outside: 'svarar utifrån, utan skrivelse här',
    nothing: 'inget sagt',
    counts: {
      said: (count: number) => `${count} prövat`,
      setAside: (count: number) => `${count} inte aktuellt`,
      open: (count: number) => `${count} inget sagt`,
    },
    sums: 'Sammanlagt',
    none: 'Ingen har prövat några hänsyn än',
    noneText:
      'När instanser svarar läggs det deras tjänsteskrivelser säger om barn, ekonomi, miljö och annat samman här.',
    back: 'Till sammanställningen',
    csv: 'CSV',
    xlsx: 'Excel',
    file: (number: string, ending: string) => `Prövade hänsyn ${number}.${ending}`,
    consideration: 'Hänsyn',
    state: 'Läge',
    said: 'Vad som sägs',
  },
  {
    title: 'Considerations, body by body',
    short: 'Considerations',
    lead: 'From the memos that were registered before the answers. Drafts are never seen.',
    body: 'Body',
    caseNumber: 'Case',
    notAnswered: 'has not answered',
    outside: 'answers from outside, without a memo here',
    nothing: 'nothing said',
    counts: {
      said: (count: number) => `${count} gone through`,
      setAside: (count: number) => `${count} not applicable`,
      open: (count: number) => `${count} nothing said`,
    },
    sums: 'Together',
    none: 'Nobody has gone through any considerations yet',
    noneText: 'When bodies answer, what their memos say about children, economy, environment and more adds up here.',
    back: 'To the compilation',
    csv: 'CSV',
    xlsx: 'Excel',
    file: (number: string, ending: string) => `Considerations ${number}.${ending}`,
    consideration: 'Consideration',
    state: 'State',
    said: 'What is said',
  },
)
