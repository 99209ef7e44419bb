/** The words about questions to the one who sent a referral. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'Frågor och svar om remissen',
    lead: 'Ställ en fråga till den som remitterar. Frågan och svaret syns för alla instanser.',
    ask: 'Ställ en fråga',
    words: 'Er fråga',
    namesAsker: 'Visa för de andra vem som frågar',
    send: 'Skicka frågan',
    asked: 'Frågan är skickad.',
    answer: 'Svar',
    reply: 'Svara alla',
    replyHelp: 'Svaret syns för alla instanser och ändras inte efteråt.',
    replied: 'Svaret syns nu för alla instanser.',
    waits: 'väntar på svar',
    from: (body: string, day: string) => `${body}, ${day}`,
    someone: 'En instans',
    answeredBy: (name: string, day: string) => `${name}, ${day}`,
    none: 'Ingen har ställt någon fråga.',
    obstacle: {
      notOut: 'Frågor kan ställas så länge remissen är ute.',
      answered: 'Frågan är redan besvarad. Alla har kunnat läsa svaret.',
    },
    invalid: { noQuestion: 'Skriv frågan.', noAnswer: 'Skriv svaret.' },
    work: { title: 'Fråga om remissen', action: 'Svara' },
    ledger: {
      asked: (body: string, question: string) => `${body} frågade om remissen: ${question}`,
      replied: (question: string, answer: string) => `Fråga om remissen besvarad: ${question} Svar: ${answer}`,
    },
  },
  {
    title: 'Questions and answers about the referral',
    lead: 'Ask the sender a question. The question and the answer are seen by every body.',
    ask: 'Ask a question',
    words: 'Your question',
    namesAsker: 'Show the others who asks',
    send: 'Send the question',
    asked: 'The question has been sent.',
    answer: 'Answer',
    reply: 'Answer to all',
    replyHelp: 'The answer is seen by every body and is not changed afterwards.',
    replied: 'Every body can now see the answer.',
    waits: 'waits for an answer',
    from: (body: string, day: string) => `${body}, ${day}`,
    someone: 'A body',
    answeredBy: (name: string, day: string) => `${name}, ${day}`,
    none: 'Nobody has asked anything.',
    obstacle: {
      notOut: 'Questions can be asked as long as the referral is out.',
      answered: 'The question has already been answered. Everyone has been able to read it.',
    },
    invalid: { noQuestion: 'Write the question.', noAnswer: 'Write the answer.' },
    work: { title: 'Question about the referral', action: 'Answer' },
    ledger: {
      asked: (body: string, question: string) => `${body} asked about the referral: ${question}`,
      replied: (question: string, answer: string) =>
        `Question about the referral answered: ${question} Answer: ${answer}`,
    },
  },
)
