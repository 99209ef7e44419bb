/** What stands on papers and in what others begin to write from. Swedish: the authority's language (språklagen § 10). */

type Asks = { readonly issuer: string; readonly decided: string; readonly title: string; readonly body: string }
type Proposes = { readonly body: string; readonly title: string; readonly reference: string; readonly to: string }

function on(decided: string): string {
  return decided === '' ? '' : ` ${decided}`
}

export const papersSv = {
  letter: {
    title: (title: string) => `Missiv: ${title}`,
    usual:
      'Förslaget skickas nu på remiss. Vi ber om ett yttrande, särskilt utifrån frågorna nedan. Även annat som rör förslaget är välkommet.',
  },
  paper: {
    kind: 'Remiss',
    correction: 'Rättelse av remiss',
    date: 'Datum',
    issuer: 'Remitteras av',
    decision: 'Beslut',
    answerBy: 'Sista svarsdag',
    withoutPosition: (issuer: string) => `${issuer} remitterar förslaget utan eget ställningstagande.`,
    questions: 'Frågor',
    howToAnswer: 'Så svarar ni',
    answering: (reference: string, day: string) =>
      `Svaret ska ha kommit in senast ${day}. Ange ärendenummer ${reference}. Den som har ärenden i Kraftsam svarar i sitt eget ärende. Andra skickar beslut och yttrande till kontaktpersonen. Svara fråga för fråga och ange ståndpunkt.`,
    contact: 'Kontaktperson',
    documents: 'Handlingar',
    newDocuments: 'Nya handlingar',
    recipients: 'Remissinstanser',
    corrected: (day: string) => `Detta rättar remissen som skickades ${day}.`,
    byAdministration: (body: string) => `${body}, utan beslut i nämnden`,
  },
  memo: {
    statementTitle: (title: string) => `Yttrande över remissen ”${title}”`,
    ownMemo: (title: string) => `Tjänsteskrivelse: ${title}`,
    ownStatement: (title: string) => `Förslag till yttrande över remissen ”${title}”`,
    sent: ({ issuer, decided, title, body }: Asks) =>
      `${issuer} har${on(decided)} beslutat att skicka ”${title}” på remiss till bland andra ${body}.`,
    sentWithoutPosition: ({ issuer, decided, title, body }: Asks) =>
      `${issuer} har${on(decided)}, utan eget ställningstagande, beslutat att skicka ”${title}” på remiss till bland andra ${body}.`,
    lastDay: (day: string) => `Svaret ska ha kommit in senast ${day}.`,
    proposal: ({ body, title, reference, to }: Proposes) =>
      `${body} godkänner förslaget till yttrande över remissen ”${title}” (${reference}) och skickar det till ${to} som sitt svar.`,
  },
} as const
