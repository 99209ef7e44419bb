/** Every word that `planning` shows. */

import { dayText } from '../../kernel/ui/dates.ts'
import { words } from '../../kernel/words.ts'

const days = (count: number) => (count === 1 ? '1 dag' : `${count} dagar`)
const daysInEnglish = (count: number) => (count === 1 ? '1 day' : `${count} days`)

export const text = words(
  {
    tab: 'Beslutsplan',
    title: 'Planerad väg till beslut',
    planTitle: 'Välj sammanträden',
    planLead:
      'Förslaget räknas baklänges från sista svarsdag, ur organens sammanträdeskalendrar. Välj en annan dag om det behövs.',
    noDue: 'Ärendet har ingen sista svarsdag. Förslaget är den tidigaste vägen.',
    due: 'Sista svarsdag',
    step: {
      chair_preparation: 'Ordförandeberedning',
      working_committee: 'Arbetsutskott',
      board: 'Nämnd eller styrelse',
    },
    stepShort: { chair_preparation: 'Beredning', working_committee: 'Arbetsutskott', board: 'Nämnd' },
    decision: 'Beslut',
    none: 'Hoppa över',
    choose: 'Välj sammanträde',
    plan: 'Spara planen',
    planned: 'Planen är sparad och står i tjänsteskrivelsen.',
    waysTitle: 'Möjliga vägar',
    waysLead: (count: number) => `Ett svar räknas som avsänt ${days(count)} efter nämndens sammanträde.`,
    take: 'Välj',
    takeThis: (day: string) => `Välj vägen till beslut ${day}`,
    best: 'Föreslås',
    chosen: 'Vald',
    dispatchDays: 'Dagar från sammanträde till avsänt svar',
    dispatchDaysHelp: 'Tid för justering och expediering. Lagen ger 14 dagar för justeringen.',
    recount: 'Räkna om',
    column: {
      step: 'Steg',
      body: 'Organ',
      date: 'Dag',
      state: 'Läge',
      chair: 'Beredning',
      committee: 'Arbetsutskott',
      board: 'Nämnd',
      dispatch: 'Svaret kan gå',
      margin: 'Mot svarsdagen',
      pick: 'Välj',
    },
    state: {
      decided: 'Klart',
      placed: 'På föredragningslistan',
      planned: 'Planerat',
      cancelled: 'Inställt',
      passed: 'Passerat',
    },
    margin: (count: number) =>
      count === 0 ? 'på dagen' : count > 0 ? `${days(count)} till godo` : `${days(-count)} för sent`,
    noMargin: 'ingen svarsdag',
    place: 'Sätt upp på föredragningslistorna',
    placed: 'Ärendet står på föredragningslistorna.',
    placeTitle: 'Sätt upp ärendet',
    placeLead: 'Tjänsteskrivelsen och yttrandet läggs på de planerade sammanträdenas föredragningslistor.',
    placeWhy: {
      law: '6 kap. 41–42 §§ kommunallagen',
      text: 'Utskott och beredning bereder ärendet och lämnar förslag. Det är nämnden som beslutar.',
    },
    empty: {
      title: 'Inga sammanträden att planera mot',
      text: 'Planera in nämndens kommande sammanträden, så räknas vägen fram här.',
    },
    calendar: 'Till sammanträdena',
    waysOut: 'Vägar ut',
    next: {
      plan: 'Planera vägen till beslut',
      place: 'Sätt upp ärendet på föredragningslistorna',
    },
    work: {
      place: (title: string) => `Sätt upp på föredragningslistan: ${title}`,
      placeDetail: 'Tjänsteskrivelsen är godkänd',
      coming: (step: string, title: string) => `${step}: ${title}`,
    },
    ledger: {
      planned: (steps: string) => `Beslutsplan: ${steps}`,
      placed: (meetings: string) => `Uppsatt enligt beslutsplanen: ${meetings}`,
    },
    warning: {
      afterAnswerDate: (day: string, count: number) =>
        `Svaret kan gå först ${dayText(day)}, ${days(count)} efter sista svarsdag.`,
      adjustBy: (due: string, last: string) =>
        `Svaret hinner fram bara om protokollet justeras före ${dayText(due)}. Lagen tillåter till ${dayText(last)}.`,
      cancelled: (body: string) => `Sammanträdet i ${body} är inställt.`,
      passed: (body: string) => `Sammanträdet i ${body} har redan varit.`,
      dayOff: (body: string) => `Sammanträdet i ${body} ligger på en helg eller helgdag.`,
      tooClose: (before: string, after: string, count: number) =>
        count === 0
          ? `${before} och ${after} ligger samma dag.`
          : `Mellan ${before} och ${after} är det bara ${days(count)}.`,
      committeeDecides: 'Planen slutar i arbetsutskottet. Det måste ha rätt att besluta själv.',
      noPreparation: 'Ärendet går till beslut utan beredning.',
    },
    way: {
      extension: 'Be avsändaren om anstånd.',
      urgent:
        'Låt ordföranden besluta i brådskande ärende (6 kap. 39 § kommunallagen). Beslutet anmäls vid nästa sammanträde.',
      delegation:
        'Låt ett utskott eller en tjänsteperson besluta på delegation. Det går för ett yttrande till kommunstyrelsen, inte till fullmäktige (6 kap. 38 § kommunallagen).',
      immediate: 'Justera paragrafen omedelbart vid sammanträdet.',
      extra: 'Kalla till ett extra sammanträde.',
    },
    invalid: {
      unknownMeeting: 'Välj ett av myndighetens sammanträden.',
      wrongBody: 'Sammanträdet hör inte till det steget.',
    },
    obstacle: {
      caseClosed: 'Ärendet är avslutat.',
      noSteps: 'Välj minst ett sammanträde.',
      cancelled: 'Ett av sammanträdena är inställt.',
      order: 'Stegen måste komma i ordning: beredning, arbetsutskott, nämnd.',
      noBoard: 'Välj det sammanträde där nämnden beslutar.',
      nobodyDecides: 'Beredningen kan inte besluta. Välj ett arbetsutskott eller en nämnd sist.',
      notPlanned: 'Planera vägen till beslut först.',
      memoNotApproved: 'Tjänsteskrivelsen är inte godkänd än. Bara godkända handlingar kommer på föredragningslistan.',
      statementNotApproved: 'Yttrandet är inte godkänt än.',
      nothingToPlace: 'Alla planerade sammanträden har varit, eller har redan ärendet på sin lista.',
    },
  },
  {
    tab: 'Decision plan',
    title: 'Planned way to a decision',
    planTitle: 'Choose meetings',
    planLead:
      'The proposal is counted backwards from the answer date, from the bodies’ calendars. Choose another day where needed.',
    noDue: 'The case has no answer date. The proposal is the earliest way.',
    due: 'Last answer date',
    step: {
      chair_preparation: 'Chair’s preparation',
      working_committee: 'Working committee',
      board: 'Board',
    },
    stepShort: { chair_preparation: 'Preparation', working_committee: 'Committee', board: 'Board' },
    decision: 'Decision',
    none: 'Leave out',
    choose: 'Choose a meeting',
    plan: 'Save the plan',
    planned: 'The plan is saved and stands in the memo.',
    waysTitle: 'Possible ways',
    waysLead: (count: number) => `An answer is counted as sent ${daysInEnglish(count)} after the board’s meeting.`,
    take: 'Choose',
    takeThis: (day: string) => `Choose the way to a decision ${day}`,
    best: 'Proposed',
    chosen: 'Chosen',
    dispatchDays: 'Days from the meeting until the answer is sent',
    dispatchDaysHelp: 'Time for adjustment and dispatch. The law gives 14 days for the adjustment.',
    recount: 'Count again',
    column: {
      step: 'Step',
      body: 'Body',
      date: 'Day',
      state: 'State',
      chair: 'Preparation',
      committee: 'Committee',
      board: 'Board',
      dispatch: 'Answer can go',
      margin: 'To the answer date',
      pick: 'Choose',
    },
    state: { decided: 'Done', placed: 'On the agenda', planned: 'Planned', cancelled: 'Cancelled', passed: 'Passed' },
    margin: (count: number) =>
      count === 0 ? 'on the day' : count > 0 ? `${daysInEnglish(count)} to spare` : `${daysInEnglish(-count)} late`,
    noMargin: 'no answer date',
    place: 'Place on the agendas',
    placed: 'The case is on the agendas.',
    placeTitle: 'Place the case',
    placeLead: 'The memo and the statement are put on the agendas of the planned meetings.',
    placeWhy: {
      law: 'Local Government Act, chapter 6 sections 41–42',
      text: 'Committee and preparation prepare the case and propose. It is the board that decides.',
    },
    empty: {
      title: 'No meetings to plan against',
      text: 'Plan the board’s coming meetings, and the way is counted here.',
    },
    calendar: 'To the meetings',
    waysOut: 'Ways out',
    next: { plan: 'Plan the way to a decision', place: 'Place the case on the agendas' },
    work: {
      place: (title: string) => `Place on the agenda: ${title}`,
      placeDetail: 'The memo is approved',
      coming: (step: string, title: string) => `${step}: ${title}`,
    },
    ledger: {
      planned: (steps: string) => `Decision plan: ${steps}`,
      placed: (meetings: string) => `Placed as planned: ${meetings}`,
    },
    warning: {
      afterAnswerDate: (day: string, count: number) =>
        `The answer can go at the earliest ${dayText(day)}, ${daysInEnglish(count)} after the answer date.`,
      adjustBy: (due: string, last: string) =>
        `The answer is in time only if the minutes are adjusted before ${dayText(due)}. The law allows until ${dayText(last)}.`,
      cancelled: (body: string) => `The meeting of ${body} is cancelled.`,
      passed: (body: string) => `The meeting of ${body} has already been held.`,
      dayOff: (body: string) => `The meeting of ${body} is on a weekend or a holiday.`,
      tooClose: (before: string, after: string, count: number) =>
        count === 0
          ? `${before} and ${after} are on the same day.`
          : `Between ${before} and ${after} there is only ${daysInEnglish(count)}.`,
      committeeDecides: 'The plan ends in the working committee. It must have the right to decide by itself.',
      noPreparation: 'The case goes to its decision without preparation.',
    },
    way: {
      extension: 'Ask the sender for more time.',
      urgent:
        'Let the chair decide what cannot wait (Local Government Act, chapter 6 section 39). The decision is reported at the next meeting.',
      delegation:
        'Let a committee or an officer decide by delegation. It can be done for a statement to the executive board, not to the council (Local Government Act, chapter 6 section 38).',
      immediate: 'Adjust the paragraph at once, at the meeting.',
      extra: 'Call an extra meeting.',
    },
    invalid: {
      unknownMeeting: 'Choose one of the authority’s meetings.',
      wrongBody: 'The meeting does not belong to that step.',
    },
    obstacle: {
      caseClosed: 'The case is closed.',
      noSteps: 'Choose at least one meeting.',
      cancelled: 'One of the meetings is cancelled.',
      order: 'The steps must come in order: preparation, working committee, board.',
      noBoard: 'Choose the meeting at which the board decides.',
      nobodyDecides: 'The preparation cannot decide. Choose a working committee or a board last.',
      notPlanned: 'Plan the way to a decision first.',
      memoNotApproved: 'The memo is not approved yet. Only approved papers come on an agenda.',
      statementNotApproved: 'The statement is not approved yet.',
      nothingToPlace: 'Every planned meeting has been held, or has the case on its agenda already.',
    },
  },
)
