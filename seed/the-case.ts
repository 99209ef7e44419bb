import { proposalDocuments, proposalSections } from './proposal.ts'
import { questions } from './questions.ts'
import type { TheCase } from './types.ts'

export const caseTitle =
  'Uppdrag budget 2023 – Definiera och starta ett långsiktigt och strategiskt områdeslyft i Malmös socioekonomiskt svaga delar'

const boards = ['sn', 'tn', 'sbn', 'mn', 'kn', 'frn', 'fskf', 'grn', 'gyvf', 'asn', 'fsn', 'hvo', 'vn'] as const
const companies = ['mkb', 'parkering', 'malmo-live', 'stadsteatern', 'minc', 'boplats', 'leasing', 'va-syd', 'sysav']

/**
 * The referral of the story. Facts: the title, the working committee's date and §, that it took no position, that there
 * were four questions. Invented: the council's day and §, the sender's number, the answer date, every text.
 */
export const theCase: TheCase = {
  caseTitle,
  senderCaseNumber: 'STK-2023-1042',
  assignment: {
    title: 'Definiera och starta ett långsiktigt och strategiskt områdeslyft i Malmös socioekonomiskt svaga delar',
    text: [
      'Kommunstyrelsen ska, i samarbete med de nämnder och bolag som berörs, beskriva vad ett områdeslyft är och sätta igång det. Lyftet ska hålla över flera mandatperioder och göra skillnad i de delar av Malmö där livsvillkoren är sämst.',
      'Kommunstyrelsen ska redovisa för kommunfullmäktige hur uppdraget genomförs.',
    ],
    decidedBy: 'kf',
    decidedOn: '2022-11-24',
    paragraph: 241,
    decidedIn: 'Budget 2023 för Malmö stad med plan för 2024–2028',
    givenTo: 'ks',
    together: [...boards, ...companies],
  },
  proposalMemo: {
    date: '2023-10-02',
    author: 'ingrid-falkenby',
    title: `${caseTitle}, nu fråga om remiss`,
    summary: [
      'Fullmäktige gav i budgeten för 2023 kommunstyrelsen ett uppdrag om ett områdeslyft. Stadskontoret redovisar här hur arbetet kan läggas upp och vill höra vad nämnder och bolag anser innan något beslutas.',
      'Förslaget har två spår. Det ena, hållbar lokal utveckling, gäller hela staden och görs inom varje nämnds vanliga uppgifter. Det andra, områdeslyft, samlar flera parter kring svåra frågor på en plats eller i ett ämne. Skrivelsen beskriver organisation, arbetssätt, samordning och hur staden delas in.',
      'Remissinstanserna får fyra frågor att svara på. Svar ska ha kommit till kommunstyrelsen senast den 12 januari 2024.',
    ],
    proposals: [
      'Kommunstyrelsens arbetsutskott skickar stadskontorets förslag om hållbar lokal utveckling och områdeslyft, daterat 2023-10-02, på remiss till stadens nämnder och bolag, utan eget ställningstagande.',
      'Remissvaren ska ha kommit in till kommunstyrelsen senast den 12 januari 2024.',
    ],
    basis: [
      `Tjänsteskrivelse 2023-10-02 ${caseTitle}, nu fråga om remiss`,
      'Förslag: Hållbar lokal utveckling och områdeslyft i Malmö, 2023-10-02',
      'Bilaga 1: Karta och indelning i fem delar av staden',
      'Bilaga 2: Lärdomar från tidigare områdesarbete',
    ],
    planning: [{ body: 'ksau', date: '2023-10-02' }],
    sendTo: ['Samtliga nämnder', 'Stadens bolag'],
    responsible: ['paulina-stahlberg', 'goran-wikmark'],
    sections: proposalSections,
  },
  decisionToSend: {
    body: 'ksau',
    date: '2023-10-02',
    paragraph: 430,
    points: [
      'Stadskontorets förslag skickas på remiss till nämnder och bolag utan att arbetsutskottet tar ställning till innehållet.',
      'Svar ska ha kommit in senast den 12 januari 2024.',
    ],
  },
  referral: {
    title: 'Hållbar lokal utveckling och områdeslyft i Malmö',
    coverLetter: [
      'Kommunstyrelsens arbetsutskott beslutade den 2 oktober 2023 (§ 430) att fråga stadens nämnder och bolag om ett förslag till områdeslyft. Arbetsutskottet har inte tagit ställning till förslaget.',
      'Läs förslaget och svara på de fyra frågorna. Frågorna är numrerade, och svaren läggs bredvid varandra i en sammanställning: skriv därför under den fråga som svaret hör till. Det går bra att lämna synpunkter som ligger utanför frågorna; de får en egen plats.',
      'Svaret ska vara hos kommunstyrelsen senast den 12 januari 2024. Den som inte hinner kan begära anstånd hos stadskontoret. Den som avstår från att svara meddelar det, så att ingen behöver vänta.',
      'Efter remisstiden redovisar stadskontoret för varje remissinstans vad svaret ledde till.',
    ],
    questions,
    sentOn: '2023-10-05',
    answerBy: '2024-01-12',
    recipients: [...boards, ...companies],
    documents: proposalDocuments,
  },
}
