/** The words of reminders: on the page, in the history, and in the letters. */

import { dayText } from '../../../kernel/ui/index.ts'
import { words } from '../../../kernel/words.ts'

const workingDays = (count: number) => (count === 1 ? '1 arbetsdag' : `${count} arbetsdagar`)
const workingDaysEn = (count: number) => (count === 1 ? '1 working day' : `${count} working days`)

export const text = words(
  {
    title: 'Påminnelser',
    lead: 'De som inte har svarat får ett brev till sin e-postadress, och ärendets handläggare ett till.',
    none: 'Alla har svarat.',
    schedule: (days: string) => `Går av sig själva ${days}.`,
    noSchedule: 'Inga går av sig själva.',
    before: (count: number) => (count === 0 ? 'på sista svarsdagen' : `${workingDays(count)} före`),
    after: (count: number) => `${workingDays(count)} efter`,
    and: ' och ',
    change: 'Ändra när de går',
    beforeLabel: 'Arbetsdagar före sista svarsdag',
    beforeHelp: 'Till exempel 14, 7, 1. Tomt: ingen.',
    afterLabel: 'Arbetsdagar efter',
    afterHelp: 'Till exempel 1. Tomt: ingen.',
    save: 'Spara',
    saved: 'Dagarna är sparade.',
    who: 'Remissinstanser',
    never: 'Inte påmind',
    last: (day: string, count: number) => (count === 1 ? `Påmind ${day}` : `Påmind ${day}, ${count} gånger i allt`),
    outcome: { waiting: 'brevet väntar', sent: 'skickat', undelivered: 'kom inte fram', nowhere: 'ingen e-postadress' },
    ownWords: 'Egna ord i brevet',
    ownHelp: 'Står före det som alltid sägs: vad ni frågat om, sista svarsdag och vem som svarar på frågor.',
    send: 'Skicka påminnelsen',
    sent: (count: number, without: readonly string[]) => {
      const said = count === 1 ? '1 remissinstans är påmind.' : `${count} remissinstanser är påminda.`
      return without.length === 0 ? said : `${said} Ingen e-postadress finns för ${without.join(', ')}.`
    },
    invalid: {
      nobody: 'Välj minst en remissinstans.',
      days: 'Skriv hela antal arbetsdagar, 0 till 100, med komma emellan.',
    },
    obstacle: {
      notSent: 'Remissen är inte skickad.',
      closed: 'Remissen är avslutad.',
      answered: (body: string) => `Svar finns redan från ${body}.`,
    },
    ledger: {
      reminded: (count: number, bodies: string) =>
        count <= 1 ? `Påminde ${bodies || 'ingen'} om svar` : `Påminde ${count} remissinstanser om svar: ${bodies}`,
      missed: (bodies: string) => `Ingen e-postadress finns för ${bodies}`,
      set: 'Ändrade när påminnelser går',
    },
    letter: {
      subject: (reference: string, day: string, how: 'late' | 'due' | 'invited') =>
        ({
          late: `Påminnelse: svaret på remissen ${reference} skulle ha kommit ${dayText(day)}`,
          due: `Påminnelse: remissen ${reference} ska besvaras senast ${dayText(day)}`,
          invited: `Påminnelse: ni är inbjudna att svara på remissen ${reference}, sista svarsdag ${dayText(day)}`,
        })[how],
      asked: (issuer: string, title: string, reference: string) =>
        `${issuer} har remitterat ”${title}” (${reference}).`,
      missing: (body: string) => `Svar från ${body} har inte kommit än.`,
      due: (day: string) => `Sista svarsdag är ${dayText(day)}.`,
      left: (count: number) => (count === 0 ? 'Det är i dag.' : `Det är ${workingDays(count)} kvar.`),
      passed: (day: string) => `Sista svarsdag var ${dayText(day)}. Svara så snart ni kan.`,
      theirs: (reference: string) => `Ert ärende är ${reference}:`,
      way: 'Läs handlingarna och svara här, utan konto. Länken ni fick förut gäller också:',
      contact: (name: string, email: string) =>
        `Behöver ni mer tid, eller kommer ni att avstå, hör av er till ${name}, ${email}.`,
      handled: 'Har svaret redan skickats kan ni bortse från det här brevet.',
    },
  },
  {
    title: 'Reminders',
    lead: 'Those that have not answered get a letter to their e-mail address, and the officer of the case another.',
    none: 'Everyone has answered.',
    schedule: (days: string) => `They leave by themselves ${days}.`,
    noSchedule: 'None leaves by itself.',
    before: (count: number) => (count === 0 ? 'on the last answer day' : `${workingDaysEn(count)} before`),
    after: (count: number) => `${workingDaysEn(count)} after`,
    and: ' and ',
    change: 'Change when they leave',
    beforeLabel: 'Working days before the last answer day',
    beforeHelp: 'For example 14, 7, 1. Empty: none.',
    afterLabel: 'Working days after',
    afterHelp: 'For example 1. Empty: none.',
    save: 'Save',
    saved: 'The days are saved.',
    who: 'Bodies',
    never: 'Not reminded',
    last: (day: string, count: number) => (count === 1 ? `Reminded ${day}` : `Reminded ${day}, ${count} times in all`),
    outcome: { waiting: 'the letter waits', sent: 'sent', undelivered: 'did not arrive', nowhere: 'no e-mail address' },
    ownWords: 'Your own words in the letter',
    ownHelp:
      'They stand before what is always said: what you asked about, the last answer day, and who answers questions.',
    send: 'Send the reminder',
    sent: (count: number, without: readonly string[]) => {
      const said = count === 1 ? '1 body is reminded.' : `${count} bodies are reminded.`
      return without.length === 0 ? said : `${said} There is no e-mail address of ${without.join(', ')}.`
    },
    invalid: {
      nobody: 'Choose at least one body.',
      days: 'Write whole numbers of working days, 0 to 100, with commas between.',
    },
    obstacle: {
      notSent: 'The referral has not been sent.',
      closed: 'The referral is closed.',
      answered: (body: string) => `There is an answer from ${body} already.`,
    },
    ledger: {
      reminded: (count: number, bodies: string) =>
        count <= 1
          ? `Reminded ${bodies || 'nobody'} of the answer`
          : `Reminded ${count} bodies of the answer: ${bodies}`,
      missed: (bodies: string) => `There is no e-mail address of ${bodies}`,
      set: 'Changed when reminders leave',
    },
    letter: {
      subject: (reference: string, day: string, how: 'late' | 'due' | 'invited') =>
        ({
          late: `Reminder: the answer to the referral ${reference} was due ${dayText(day)}`,
          due: `Reminder: the referral ${reference} is to be answered by ${dayText(day)}`,
          invited: `Reminder: you are invited to answer the referral ${reference}, last answer day ${dayText(day)}`,
        })[how],
      asked: (issuer: string, title: string, reference: string) => `${issuer} has referred ”${title}” (${reference}).`,
      missing: (body: string) => `The answer from ${body} has not come yet.`,
      due: (day: string) => `The last answer day is ${dayText(day)}.`,
      left: (count: number) => (count === 0 ? 'It is today.' : `There are ${workingDaysEn(count)} left.`),
      passed: (day: string) => `The last answer day was ${dayText(day)}. Answer as soon as you can.`,
      theirs: (reference: string) => `Your case is ${reference}:`,
      way: 'Read the documents and answer here, without an account. The link you were given before holds too:',
      contact: (name: string, email: string) =>
        `If you need more time, or will abstain, get in touch with ${name}, ${email}.`,
      handled: 'If the answer has been sent already you can disregard this letter.',
    },
  },
)
