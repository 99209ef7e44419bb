/** The same in English. Papers are drawn in Swedish whoever asks; these words stand where a screen shows them. */

type Asks = { readonly issuer: string; readonly decided: string; readonly title: string; readonly body: string }
type Proposes = { readonly body: string; readonly title: string; readonly reference: string; readonly to: string }

function on(decided: string): string {
  return decided === '' ? '' : ` ${decided}`
}

export const papersEn = {
  letter: {
    title: (title: string) => `Cover letter: ${title}`,
    usual:
      'The proposal is now sent for statements. Please answer, above all from the questions below. Anything else that concerns the proposal is welcome too.',
  },
  paper: {
    kind: 'Referral',
    correction: 'Correction of referral',
    date: 'Date',
    issuer: 'Sent by',
    decision: 'Decision',
    answerBy: 'Last answer date',
    withoutPosition: (issuer: string) => `${issuer} sends the proposal without a position of its own.`,
    questions: 'Questions',
    howToAnswer: 'How to answer',
    answering: (reference: string, day: string) =>
      `The answer must arrive by ${day}. State case number ${reference}. Those who have cases in Kraftsam answer in their own case. Others send the decision and the statement to the contact. Answer question by question and state your position.`,
    contact: 'Contact',
    documents: 'Documents',
    newDocuments: 'New documents',
    recipients: 'Bodies asked',
    corrected: (day: string) => `This corrects the referral that was sent ${day}.`,
    byAdministration: (body: string) => `${body}, without a decision of the board`,
  },
  memo: {
    statementTitle: (title: string) => `Statement on the referral “${title}”`,
    ownMemo: (title: string) => `Memo: ${title}`,
    ownStatement: (title: string) => `Proposed statement on the referral “${title}”`,
    sent: ({ issuer, decided, title, body }: Asks) =>
      `${issuer} has decided${on(decided)} to send “${title}” for statements to ${body}, among others.`,
    sentWithoutPosition: ({ issuer, decided, title, body }: Asks) =>
      `${issuer} has decided${on(decided)}, without a position of its own, to send “${title}” for statements to ${body}, among others.`,
    lastDay: (day: string) => `The answer must arrive by ${day}.`,
    proposal: ({ body, title, reference, to }: Proposes) =>
      `${body} approves the proposed statement on the referral “${title}” (${reference}) and sends it to ${to} as its answer.`,
  },
} as const
