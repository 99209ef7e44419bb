/** The words about a question to the sender, asked on a personal link. */

export const inquirySv = {
  byLink: 'En instans (personlig länk)',
  own: 'Er fråga',
  asked: (day: string) => `ställd ${day}`,
  waits: 'väntar på svar',
  ask: 'Ställ en fråga om remissen',
  help: (authority: string) =>
    `Frågan går till ${authority}. Svaret syns för alla som har fått remissen, tillsammans med frågan, men inte vem som har frågat. Svaret kommer hit, och med e-post om ni har fått länken så.`,
  who: 'Du är',
  someoneElse: 'Någon som inte står här',
  nameOfOther: 'Namn, om du inte står i listan',
  roleOfOther: 'Roll, om du inte står i listan',
  name: 'Namn på den som frågar',
  role: 'Roll',
  words: 'Er fråga',
  send: 'Skicka frågan',
  sent: 'Frågan är skickad. Svaret visas här när det har kommit.',
  onStart: 'Är något oklart? Ställ en fråga till den som remitterar',
  noQuestion: 'Skriv frågan.',
  closed: 'Remissen är avslutad och det går inte att ställa fler frågor. Hör av dig till kontaktpersonen.',
}

export const inquiryEn: typeof inquirySv = {
  byLink: 'A body (personal link)',
  own: 'Your question',
  asked: (day) => `asked ${day}`,
  waits: 'waits for an answer',
  ask: 'Ask a question about the referral',
  help: (authority) =>
    `The question goes to ${authority}. The answer is seen by all who have got the referral, with the question, but not who has asked. The answer comes here, and by e-mail if that is how you got the link.`,
  who: 'You are',
  someoneElse: 'Somebody who is not here',
  nameOfOther: 'Name, if you are not in the list',
  roleOfOther: 'Role, if you are not in the list',
  name: 'Name of who asks',
  role: 'Role',
  words: 'Your question',
  send: 'Send the question',
  sent: 'The question has been sent. The answer will be shown here when it has come.',
  onStart: 'Is something unclear? Ask the sender a question',
  noQuestion: 'Write the question.',
  closed: 'The referral is closed and no more questions can be asked. Get in touch with the contact.',
}
