/** Invented messages to the service board that wait in its inbox, and letters from it; each says that it is invented. */

import { here } from '../src/kernel/post.ts'

export type WaitingMail = {
  /** Days before the day of the loading. */
  readonly daysAgo: number
  readonly from: string
  readonly subject: string
  readonly headers?: readonly string[]
  readonly words: string
  readonly file?: { readonly name: string; readonly type: string; readonly words: string }
}

export const waitingMail: readonly WaitingMail[] = [
  {
    daysAgo: 6,
    from: '"Föreningen Gröna gårdar (påhittad)" <styrelsen@gronagardar.example>',
    subject: 'Odlingslådor på skolgårdar under sommaren',
    words:
      'Hej!\n\nVår förening sköter gärna odlingslådorna på tre skolgårdar medan skolan har lov. Vi behöver få veta vem vi ska skriva avtal med och om det finns vatten.\n\nEn lista över skolorna är bifogad.\n\nHälsningar\nstyrelsen',
    file: {
      name: 'skolgårdar.txt',
      type: 'text/plain; charset=utf-8',
      words: 'Rosengårdsskolan\nStenkulaskolan\nÖrtagårdsskolan\n',
    },
  },
  {
    daysAgo: 1,
    from: '"Anna Exempelsson (påhittad)" <anna.exempelsson@brev.example>',
    subject: 'Sv: SN-2023-1541 hur går det med områdesprogrammet?',
    words:
      'Hej,\n\njag bor i Rosengård och undrar om nämndens svar går att läsa någonstans, och när fullmäktige bestämmer.\n\nTack på förhand\nAnna',
  },
  {
    daysAgo: 0,
    from: '"Bo Exempelberg (påhittad)" <bo.exempelberg@brev.example>',
    subject: 'Frånvaro: Inbjudan till samråd',
    headers: ['Auto-Submitted: auto-replied'],
    words: 'Jag är ledig till och med fredag och läser inte min e-post.',
  },
  {
    daysAgo: 0,
    from: '"ekonomi@malmo.example" <faktura@betalning.example>',
    subject: 'Obetald faktura (påhittat exempel på skadligt brev)',
    headers: ['Reply-To: betala@betalning.example'],
    words: 'Öppna den bifogade fakturan i dag.',
    file: {
      name: 'faktura.pdf.exe',
      type: 'application/pdf',
      words: 'Ingen riktig fil. Den visar bara vad som hamnar i karantän.',
    },
  },
]

type SentMail = {
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly words: string
  /** What the other server said. */
  readonly cameBack?: string
}

/** Invented letters that have left the service board, or are about to. */
export const sentMail: readonly SentMail[] = [
  {
    name: 'Föreningen Gröna gårdar (påhittad)',
    address: 'styrelse@gronagardar.example',
    subject: 'Er fråga om odlingslådor är registrerad',
    words: 'Hej!\n\nVi har tagit emot er fråga om odlingslådor på skolgårdar. Den får ett ärende hos oss i veckan.',
    cameBack: '550 5.1.1 <styrelse@gronagardar.example>: Recipient address rejected: User unknown',
  },
  {
    name: 'Anna Exempelsson (påhittad)',
    address: 'anna.exempelsson@brev.example',
    subject: 'Var du kan läsa servicenämndens svar',
    words: `Hej Anna!\n\nServicenämndens svar på remissen om områdesprogrammet läser du här:\n${here('/arenden/SN-2023-1541')}`,
  },
]
