/** The words about asking some before the others. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'I tur och ordning',
    all: 'Alla får remissen samtidigt.',
    lead: 'Behöver några svara innan andra tillfrågas kan remissen skickas i omgångar. Det kräver ett skrivet skäl, som står i missivet och i ärendets historik.',
    choose: 'Skicka i tur och ordning',
    change: 'Ändra ordningen',
    reason: 'Skäl',
    reasonHelp: 'Varför måste några svar inväntas innan andra tillfrågas?',
    dayOf: (turn: number) => `Sista svarsdag i omgång ${turn}`,
    dayHelp: (round: string) => `Senast remissens sista svarsdag, ${round}.`,
    more: 'Lämna tomt om omgången inte behövs.',
    turnsLegend: 'Vem som tillfrågas när',
    turn: (turn: number) => `Omgång ${turn}`,
    inTurn: (turn: number) => `omgång ${turn}`,
    save: 'Spara ordningen',
    atOnce: 'Skicka till alla samtidigt',
    required: 'Ordning',
    firstTurn: (count: number, turns: number) =>
      `${count === 1 ? '1 instans' : `${count} instanser`} får remissen nu, i omgång 1 av ${turns}. De andra får den när de svaren har kommit.`,
    sendConfirm: 'Skicka remissen till första omgången nu? Därefter kan den bara rättas.',
    saidWhy: (reason: string) => `Skäl: ${reason}`,
    sentOn: (day: string) => `skickad ${day}`,
    notSent: 'inte skickad',
    lastDay: (day: string) => `sista svarsdag ${day}`,
    answered: (answered: number, asked: number) => `${answered} av ${asked} har svarat`,
    notAsked: (count: number) => (count === 1 ? '1 inte tillfrågad än' : `${count} inte tillfrågade än`),
    waits: (turn: number, names: string) =>
      `Omgång ${turn} är inte skickad: svar väntas från ${names}. Den skickas av sig själv när alla har svarat, avstått eller avslutat sitt ärende.`,
    goes: (turn: number) => `Alla som inväntades har svarat. Omgång ${turn} skickas av sig själv strax.`,
    dayPassed: (turn: number) =>
      `Alla som inväntades har svarat, men sista svarsdag för omgång ${turn} är inte längre en kommande dag. Välj en ny och skicka.`,
    stopped: (turn: number) => `Omgång ${turn} skickas inte av sig själv.`,
    stoppedToDo: 'Går markeringen inte att häva: avsluta remissen och skicka en ny utan det som är hemligt.',
    confirm: (turn: number, count: number) =>
      `Skicka omgång ${turn} till ${count === 1 ? '1 instans' : `${count} instanser`} nu? Därefter kan remissen bara rättas.`,
    closeNotAsked: (names: string) => `${names} har inte tillfrågats, och gör det inte om remissen avslutas nu.`,
    withAnswers: 'Svaren som har kommit följer med.',
    send: (turn: number) => `Skicka omgång ${turn} nu`,
    sendWithout: (names: string) => `Skickas den nu sker det utan svar från ${names}.`,
    sent: (count: number) =>
      count === 1 ? 'Remissen är skickad till 1 instans.' : `Remissen är skickad till ${count} instanser.`,
    work: {
      title: (turn: number, round: string) => `Skicka omgång ${turn}: ${round}`,
      detail: 'Alla som inväntades har svarat. Omgången behöver en ny sista svarsdag.',
      secret: 'Alla som inväntades har svarat, men något som ska skickas har sekretessmarkerats.',
      action: 'Skicka',
    },
    paper: {
      order: (reason: string) => `Remissen skickas i tur och ordning, i omgångar. Skäl: ${reason}`,
      name: (body: string, turn: number) => `${body}, omgång ${turn}`,
    },
    ledger: {
      edited: 'I vilken ordning remissinstanserna tillfrågas ändrades',
      sent: (count: number, turns: number, day: string) =>
        `Skickades på remiss till ${count} instanser i omgång 1 av ${turns}, svar senast ${day}`,
      because: (reason: string) => `i tur och ordning, skäl: ${reason}`,
      turn: (turn: number, count: number, day: string) =>
        `Omgång ${turn} av remissen skickades till ${count} instanser, svar senast ${day}`,
      byItself: 'av sig själv när alla hade svarat',
      neverAsked: (count: number) => (count === 1 ? '1 tillfrågades aldrig' : `${count} tillfrågades aldrig`),
      without: (names: string) => `utan svar från ${names}`,
    },
    obstacle: {
      allAsked: 'Alla är redan tillfrågade.',
      notAsked: (body: string) => `${body} har inte tillfrågats än.`,
    },
    invalid: {
      noReason: 'Skriv varför några svar måste inväntas. Utan skäl får alla remissen samtidigt.',
      nobodyIn: (turn: number) => `Ingen är vald i omgång ${turn}.`,
      noDay: (turn: number) => `Välj sista svarsdag för omgång ${turn}.`,
      tooEarly: (turn: number) =>
        turn === 1 ? 'Omgång 1 behöver en kommande dag.' : `Omgång ${turn} behöver en dag efter den förra omgångens.`,
      afterRound: (turn: number) => `Omgång ${turn} slutar efter remissens sista svarsdag.`,
      notAsked: 'En av instanserna är inte vald i remissen.',
    },
  },
  {
    title: 'One after another',
    all: 'Everyone gets the referral at the same time.',
    lead: 'If some must answer before others are asked, the referral can be sent in turns. That takes a written reason, which stands in the letter and in the history of the case.',
    choose: 'Send one after another',
    change: 'Change the order',
    reason: 'Reason',
    reasonHelp: 'Why must some answers be awaited before others are asked?',
    dayOf: (turn: number) => `Last answer date of turn ${turn}`,
    dayHelp: (round: string) => `No later than the last answer date of the referral, ${round}.`,
    more: 'Leave it empty if the turn is not needed.',
    turnsLegend: 'Who is asked when',
    turn: (turn: number) => `Turn ${turn}`,
    inTurn: (turn: number) => `turn ${turn}`,
    save: 'Save the order',
    atOnce: 'Send to everyone at once',
    required: 'Order',
    firstTurn: (count: number, turns: number) =>
      `${count === 1 ? '1 body gets' : `${count} bodies get`} the referral now, in turn 1 of ${turns}. The others get it when those have answered.`,
    sendConfirm: 'Send the referral to the first turn now? After that it can only be corrected.',
    saidWhy: (reason: string) => `Reason: ${reason}`,
    sentOn: (day: string) => `sent ${day}`,
    notSent: 'not sent',
    lastDay: (day: string) => `last answer date ${day}`,
    answered: (answered: number, asked: number) => `${answered} of ${asked} have answered`,
    notAsked: (count: number) => `${count} not asked yet`,
    waits: (turn: number, names: string) =>
      `Turn ${turn} has not been sent: an answer is awaited from ${names}. It goes by itself when all have answered, abstained or closed their case.`,
    goes: (turn: number) => `All that were awaited have answered. Turn ${turn} goes by itself shortly.`,
    dayPassed: (turn: number) =>
      `All that were awaited have answered, but the last answer date of turn ${turn} is no day to come. Choose a new one and send it.`,
    stopped: (turn: number) => `Turn ${turn} does not go by itself.`,
    stoppedToDo: 'If the marking cannot be lifted: close the referral and send a new one without what is secret.',
    confirm: (turn: number, count: number) =>
      `Send turn ${turn} to ${count === 1 ? '1 body' : `${count} bodies`} now? After that the referral can only be corrected.`,
    closeNotAsked: (names: string) => `Not asked yet, and never asked if the referral is closed now: ${names}.`,
    withAnswers: 'The answers that have come go along.',
    send: (turn: number) => `Send turn ${turn} now`,
    sendWithout: (names: string) => `Sent now, it goes without an answer from ${names}.`,
    sent: (count: number) => `The referral has been sent to ${count === 1 ? '1 body' : `${count} bodies`}.`,
    work: {
      title: (turn: number, round: string) => `Send turn ${turn}: ${round}`,
      detail: 'All that were awaited have answered. The turn needs a new last answer date.',
      secret: 'All that were awaited have answered, but something that is to be sent has been marked as secret.',
      action: 'Send',
    },
    paper: {
      order: (reason: string) => `The referral is sent in turns, one after another. Reason: ${reason}`,
      name: (body: string, turn: number) => `${body}, turn ${turn}`,
    },
    ledger: {
      edited: 'The order in which bodies are asked was changed',
      sent: (count: number, turns: number, day: string) =>
        `Sent to ${count} bodies in turn 1 of ${turns}, to be answered by ${day}`,
      because: (reason: string) => `one after another, reason: ${reason}`,
      turn: (turn: number, count: number, day: string) =>
        `Turn ${turn} of the referral was sent to ${count} bodies, to be answered by ${day}`,
      byItself: 'by itself when all had answered',
      neverAsked: (count: number) => (count === 1 ? '1 was never asked' : `${count} were never asked`),
      without: (names: string) => `without an answer from ${names}`,
    },
    obstacle: {
      allAsked: 'Everyone has been asked already.',
      notAsked: (body: string) => `${body} has not been asked yet.`,
    },
    invalid: {
      noReason: 'Write why some answers must be awaited. Without a reason everyone gets the referral at once.',
      nobodyIn: (turn: number) => `Nobody is chosen in turn ${turn}.`,
      noDay: (turn: number) => `Choose the last answer date of turn ${turn}.`,
      tooEarly: (turn: number) =>
        turn === 1 ? 'Turn 1 needs a day to come.' : `Turn ${turn} needs a day after that of the turn before.`,
      afterRound: (turn: number) => `Turn ${turn} ends after the last answer date of the referral.`,
      notAsked: 'One of the bodies is not chosen in the referral.',
    },
  },
)
