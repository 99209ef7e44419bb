/** The words of what the sender has to do about one that was asked, and of reminding those whose day is near or has passed. */

import { words } from '../../../kernel/words.ts'

const bodies = (count: number) => (count === 1 ? '1 instans' : `${count} instanser`)
const bodiesEn = (count: number) => (count === 1 ? '1 body' : `${count} bodies`)
const days = (count: number) => (count === 1 ? '1 arbetsdag' : `${count} arbetsdagar`)
const daysEn = (count: number) => (count === 1 ? '1 working day' : `${count} working days`)

export const text = words(
  {
    emptyTitle: 'Inget behöver dig',
    empty:
      'Här står de som väntar på dig: en begäran om svarstid, en fråga, ett brev som inte kom fram, ett svar i en fil, eller ett svar som dröjer.',
    time: (day: string) => `Besluta: begär svarstid till ${day}`,
    inquiry: 'Svara: har ställt en fråga',
    undelivered: (reason: string | null) =>
      reason === null ? 'Brevet kom inte fram' : `Brevet kom inte fram: ${reason}`,
    nowhere: 'Påminnelsen kunde inte skickas: ingen e-postadress',
    remind: (when: string, last: string) => `Påminn: ${when}, ${last}`,
    passed: (count: number) => (count === 0 ? 'sista svarsdagen har passerat' : `${days(count)} sen`),
    today: 'sista svarsdagen i dag',
    left: (count: number) => `${days(count)} kvar`,
    never: 'inte påmind',
    last: (day: string) => `senast påmind ${day}`,
    page: {
      action: (count: number) => `Påminn ${count}`,
      others: 'Påminn dem som inte svarat',
      title: 'Påminn om svar',
      lead: (count: number) =>
        `${bodies(count)} är nära sin sista svarsdag eller har passerat den, utan påminnelse den senaste veckan. ${count === 1 ? 'Den är förvald' : 'De är förvalda'} här. Ingenting skickas förrän du trycker på knappen.`,
      nobody:
        'Ingen är nära sin sista svarsdag eller har passerat den utan påminnelse den senaste veckan. Välj själv vilka som ska påminnas.',
      day: (day: string) => `Sista svarsdag ${day}`,
      goesTo: (addresses: string) => `till ${addresses}`,
      letter: 'Så här ser brevet ut',
      letterTo: (body: string) =>
        `Brevet till ${body}. Var och en får sitt eget namn, sin egen dag och sitt eget ärende i det. Dina egna ord hamnar först.`,
      noneTitle: 'Ingen att påminna',
      none: 'Alla som har frågats har svarat, eller så är remissen avslutad.',
      back: 'Till remissen',
    },
  },
  {
    emptyTitle: 'Nothing needs you',
    empty:
      'Here stand those that wait for you: a request for more time, a question, a letter that did not arrive, an answer in a file, or an answer that is slow to come.',
    time: (day: string) => `Decide: asks for time until ${day}`,
    inquiry: 'Answer: has asked a question',
    undelivered: (reason: string | null) =>
      reason === null ? 'The letter did not arrive' : `The letter did not arrive: ${reason}`,
    nowhere: 'The reminder could not be sent: no e-mail address',
    remind: (when: string, last: string) => `Remind: ${when}, ${last}`,
    passed: (count: number) => (count === 0 ? 'the last answer day has passed' : `${daysEn(count)} late`),
    today: 'the last answer day is today',
    left: (count: number) => `${daysEn(count)} left`,
    never: 'not reminded',
    last: (day: string) => `last reminded ${day}`,
    page: {
      action: (count: number) => `Remind ${count}`,
      others: 'Remind those that have not answered',
      title: 'Remind of the answer',
      lead: (count: number) =>
        `${bodiesEn(count)} near the last answer day or past it, not reminded for a week. They are chosen here. Nothing is sent until you press the button.`,
      nobody:
        'Nobody is near the last answer day or past it without having been reminded in the last week. Choose yourself whom to remind.',
      day: (day: string) => `Last answer day ${day}`,
      goesTo: (addresses: string) => `to ${addresses}`,
      letter: 'This is how the letter looks',
      letterTo: (body: string) =>
        `The letter to ${body}. Each gets its own name, its own day and its own case in it. Your own words come first.`,
      noneTitle: 'Nobody to remind',
      none: 'Everyone that was asked has answered, or the referral is closed.',
      back: 'To the referral',
    },
  },
)
