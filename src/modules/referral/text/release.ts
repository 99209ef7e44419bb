/** The words about letting go of one that answers together with another (I-18): on the pages, in the letter and in the histories. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    release: (name: string) => `Släpp ${name}`,
    lead: (name: string) =>
      `${name} svarar då själv. Skälet går dit i ett brev som registreras hos er båda, och står i avsändarens historik.`,
    reason: 'Skäl',
    reasonHelp: 'Till exempel att ni har olika uppfattning i en fråga.',
    button: 'Släpp ur det samordnade yttrandet',
    done: 'De svarar nu själva, och har fått veta det.',
    told: (host: string, day: string) => `${host} släppte er ur det samordnade yttrandet ${day}. Ni svarar nu själva.`,
    why: (reason: string) => `Skäl: ${reason}`,
    letter: 'Brevet',
    recordTitle: (host: string, title: string) => `${host} släpper ur samordnat yttrande: ${title}`,
    paper: {
      kind: 'Meddelande om samordnat yttrande',
      date: 'Datum',
      from: 'Från',
      to: 'Till',
      theirReference: 'Ert ärende',
      says: (host: string, body: string, title: string) =>
        `${host} skriver inte längre yttrandet över ${title} för ${body}, som svarar med ett eget yttrande.`,
      answerBy: (day: string) => `Sista svarsdag är ${day}.`,
      reason: 'Skäl',
    },
    mail: {
      subject: (reference: string) => `Ni svarar nu själva på remissen i ${reference}`,
      says: (host: string, title: string) => `${host} skriver inte längre yttrandet över ${title} för er.`,
      next: 'Börja ert eget svar här. Har ni ett eget yttrande från förut tas det fram som det var.',
    },
    obstacle: {
      notMember: (name: string) => `${name} svarar inte tillsammans med er.`,
      decided: (name: string) => `${name} har redan beslutat och går inte att släppa.`,
    },
    invalid: { noReason: 'Skriv varför ni släpper dem.' },
    ledger: (host: string, body: string, reason: string) =>
      `${host} släppte ${body} ur det samordnade yttrandet: ${reason}`,
  },
  {
    release: (name: string) => `Release ${name}`,
    lead: (name: string) =>
      `${name} then answers by itself. The reason goes there in a letter that is registered with you both, and stands in the sender's history.`,
    reason: 'Reason',
    reasonHelp: 'For example that you are of different minds on a question.',
    button: 'Release from the joint statement',
    done: 'They now answer by themselves, and have been told.',
    told: (host: string, day: string) =>
      `${host} released you from the joint statement ${day}. You now answer by yourselves.`,
    why: (reason: string) => `Reason: ${reason}`,
    letter: 'The letter',
    recordTitle: (host: string, title: string) => `${host} releases from a joint statement: ${title}`,
    paper: {
      kind: 'Notice of a joint statement',
      date: 'Date',
      from: 'From',
      to: 'To',
      theirReference: 'Your case',
      says: (host: string, body: string, title: string) =>
        `${host} no longer writes the statement on ${title} for ${body}, which answers with a statement of its own.`,
      answerBy: (day: string) => `The last answer day is ${day}.`,
      reason: 'Reason',
    },
    mail: {
      subject: (reference: string) => `You now answer the referral in ${reference} by yourselves`,
      says: (host: string, title: string) => `${host} no longer writes the statement on ${title} for you.`,
      next: 'Begin your own answer here. A statement of your own from before is taken up as it was.',
    },
    obstacle: {
      notMember: (name: string) => `${name} does not answer together with you.`,
      decided: (name: string) => `${name} has already decided and cannot be released.`,
    },
    invalid: { noReason: 'Write why you release them.' },
    ledger: (host: string, body: string, reason: string) =>
      `${host} released ${body} from the joint statement: ${reason}`,
  },
)
