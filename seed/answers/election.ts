import type { Answer, BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

const abstains = (question: string): Answer => {
  return { question, stance: 'abstain', paragraphs: ['Valnämnden avstår från att svara på frågan.'] }
}

/** A board that the matter hardly touches, and that says so in time. */
export const electionAnswer: BoardAnswer = {
  body: 'vn',
  caseNumber: 'VN-2023-88',
  decidedOn: '2023-12-12',
  paragraph: 41,
  overall: 'abstain',
  memo: remissMemo({
    board: 'vn',
    date: '2023-11-08',
    author: 'robin-ekdahl',
    responsible: ['monica-stenhammar'],
    summary: [
      'Valnämnden har fått stadens förslag om lokalt arbete och områdeslyft på remiss. Nämndens uppgift är att genomföra val.',
      'Valkansliet föreslår att nämnden avstår från att yttra sig.',
    ],
    proposals: ['Valnämnden avstår från att yttra sig över remissen om hållbar lokal utveckling och områdeslyft.'],
    days: ['2023-11-21', '2023-11-30', '2023-12-12'],
  }),
  introduction: ['Valnämnden avstår från att yttra sig, eftersom förslaget inte berör nämndens uppgifter.'],
  answers: [
    abstains('processes'),
    { ...abstains('areas'), areas: [], themes: [] },
    abstains('coordination'),
    { ...abstains('coordinator'), body: null },
  ],
  outsideTheQuestions: [
    'Valdeltagandet per valdistrikt är offentlig statistik. Valkansliet lämnar gärna ut den till den som arbetar med lägesbilden.',
  ],
  reservations: [],
}
