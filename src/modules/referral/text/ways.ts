/** The words about how a body is asked: by its board or its administration, and whether it must answer. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'Hur de tillfrågas',
    byAdministration: 'Förvaltningen svarar i stället för nämnden',
    byAdministrationHelp:
      'Svaret behöver inget beslut i nämnden. Förvaltningens chef godkänner det, och sedan expedieras det.',
    inPlace: (board: string, office: string) => `${office}, i stället för ${board}`,
    invited: 'Bara inbjudna att svara',
    invitedHelp: 'Kommunstyrelsen kan kräva svar av nämnder och förvaltningar. Kryssa dem som får låta bli.',
    whyLaw: '6 kap. 12 § kommunallagen',
    why: 'Kommunstyrelsen får begära de yttranden den behöver av nämnder och anställda, men inte av revisorerna, bolag eller andra utanför.',
    save: 'Spara hur de tillfrågas',
    must: 'ska svara',
    may: 'inbjuden',
    owing: 'ska svara, har inte svarat',
    quiet: 'inbjuden, har inte svarat',
    tally: (count: number) =>
      count === 1 ? '1 som ska svara har inte gjort det' : `${count} som ska svara har inte gjort det`,
    column: 'Ska svara',
    letter: {
      must: 'Yttrandet begärs med stöd av 6 kap. 12 § kommunallagen och ska lämnas.',
      may: 'Ni är inbjudna att svara, och det är frivilligt. Säg gärna till om ni avstår.',
      board: 'Det är nämnden som tillfrågas.',
      executiveBoard: 'Det är styrelsen som tillfrågas.',
      auditors: 'Det är revisorerna som tillfrågas.',
      administration: 'Det är förvaltningen som tillfrågas. Den svarar utan beslut i nämnden.',
    },
    said: 'Vad missivet säger till var och en',
    saidTo: (names: string, count: number) =>
      count === 1 ? `Missivet till ${names}` : `Missivet till ${names} med flera`,
    invalid: {
      notAsked: 'En av instanserna är inte vald i remissen.',
      noAdministration: (body: string) => `Det finns ingen förvaltning att fråga i stället för ${body}.`,
    },
  },
  {
    title: 'How they are asked',
    byAdministration: 'The administration answers in the place of the board',
    byAdministrationHelp:
      'The answer needs no decision of the board. The head of the administration approves it, and it is dispatched.',
    inPlace: (board: string, office: string) => `${office}, in the place of ${board}`,
    invited: 'Only invited to answer',
    invitedHelp:
      'The executive board can demand an answer of boards and administrations. Tick those that may leave it.',
    whyLaw: 'Local Government Act, chapter 6 section 12',
    why: 'The executive board may demand the statements it needs of boards and employees, but not of companies or others outside.',
    save: 'Save how they are asked',
    must: 'must answer',
    may: 'invited',
    owing: 'must answer, has not',
    quiet: 'invited, has not answered',
    tally: (count: number) => (count === 1 ? '1 that must answer has not' : `${count} that must answer have not`),
    column: 'Must answer',
    letter: {
      must: 'The statement is demanded under the Local Government Act, chapter 6 section 12, and must be given.',
      may: 'You are invited to answer, and may leave it. Please say so if you will.',
      board: 'It is the board that is asked.',
      executiveBoard: 'It is the executive board that is asked.',
      auditors: 'It is the auditors who are asked.',
      administration: 'It is the administration that is asked. It answers without a decision of the board.',
    },
    said: 'What the letter says to each',
    saidTo: (names: string, count: number) =>
      count === 1 ? `The letter to ${names}` : `The letter to ${names} and others`,
    invalid: {
      notAsked: 'One of the bodies is not chosen in the referral.',
      noAdministration: (body: string) => `There is no administration to ask in the place of ${body}.`,
    },
  },
)
