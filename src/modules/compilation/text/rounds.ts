/** The words of the rounds of one case. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'Remisser i ärendet',
    round: 'Remiss',
    state: 'Läge',
    states: { sent: 'Ute på remiss', closed: 'Avslutad' },
    answers: 'Svar',
    answerBy: 'Sista svarsdag',
    count: (answered: number, asked: number) => `${answered} av ${asked}`,
    shown: 'visas nedan',
  },
  {
    title: 'Referrals in the case',
    round: 'Referral',
    state: 'State',
    states: { sent: 'Out for answers', closed: 'Closed' },
    answers: 'Answers',
    answerBy: 'Last day to answer',
    count: (answered: number, asked: number) => `${answered} of ${asked}`,
    shown: 'shown below',
  },
)
