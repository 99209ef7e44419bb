/** Small invented matters at the service board that stand at somebody's desk today. */

export const waitingCases = {
  /** Came in this morning; nobody has it yet. */
  unassigned: {
    title: 'Skrivelse om ljud från ventilationen på Rosengårdsskolan',
    record: 'Skrivelse från skolans elevråd',
    party: 'Elevrådet vid Rosengårdsskolan (påhittat)',
  },
  /** The memo is written and waits for the heads. */
  toApprove: {
    title: 'Reparationshörna i tre av stadens fastigheter',
    record: 'Förfrågan om lokal för reparationshörna',
    party: 'Föreningen Laga hela (påhittad)',
    summary: [
      'En förening frågar om staden kan låna ut ytor där boende lagar cyklar, möbler och kläder tillsammans. Serviceförvaltningen har gått igenom tre fastigheter som står delvis tomma och bedömer att två av dem kan användas utan ombyggnad.',
    ],
    proposal:
      'Servicenämnden upplåter lokaler för reparationshörnor i två fastigheter under ett år enligt serviceförvaltningens förslag.',
  },
  /** What the registrar put right today. */
  mistakes: {
    misplaced: {
      title: 'Uppgifter om när ljudet hörs',
      party: 'Elevrådet vid Rosengårdsskolan (påhittat)',
      why: 'Hör till elevrådets skrivelse om ventilationen',
    },
    twice: {
      title: 'Förfrågan om lokal för reparationshörna',
      party: 'Föreningen Laga hela (påhittad)',
      why: 'Kom både med e-post och med post, registrerad två gånger',
    },
  },
  /** A memo that is being written, with what a careful reader would remark on: see the checks beside it. */
  inWriting: {
    title: 'Återbruk av möbler i stadens lokaler',
    record: 'Förfrågan om återbruk av kontorsmöbler',
    party: 'Kulturnämnden',
    summary: [
      'Kulturnämnden frågar om stadens förvaltningar kan byta möbler med varandra innan de köper nytt. Serviceförvaltningen har prövat det i två hus med stöd av FAM och sparat ungefär en tredjedel av inköpen.',
    ],
    text: 'Förvaltningen föreslår att bytet sköts av servicekommittén och börjar 260901. Frågan har prövats i SN-2019-88, där nämnden sa nej av brist på lokaler.',
    proposal: 'Servicenämnden godkänner förslaget.',
    comments: [
      {
        quote: 'sa nej av brist på lokaler',
        said: 'Säg också vad som är annorlunda nu, annars frågar nämnden.',
      },
      {
        quote: 'Förvaltningen föreslår att bytet sköts av servicekommittén',
        proposal: 'Förvaltningen föreslår att bytet sköts av serviceförvaltningen',
      },
    ],
  },
  /** Decided at the last meeting, with minutes still to be adjusted. */
  decided: {
    title: 'Solceller på förrådstaken i Fosie',
    record: 'Förstudie om solceller på förrådstak',
    proposal: 'Servicenämnden ger serviceförvaltningen i uppdrag att upphandla solceller till förrådstaken i Fosie.',
    call: 'Vi ses som vanligt i sessionssalen. Anmäl förhinder till mig, så kallar jag in ersättare i turordning.',
  },
} as const
