import type { Question } from './types.ts'

/** A referral that is out today: its texts are invented, its days are counted from today. */
export const presentCase = {
  title: 'Riktlinjer för dialog med Malmöborna',
  assignment: {
    title: 'Ta fram gemensamma riktlinjer för dialog med Malmöborna',
    text: 'Kommunstyrelsen ska ta fram riktlinjer som gör det tydligt när staden bjuder in till dialog, hur det går till och hur de som deltar får veta vad som hände sedan.',
  },
  summary: [
    'Staden bjuder ofta in till dialog, men på olika sätt och sällan med besked om vad samtalen ledde till. Stadskontoret har tagit fram ett förslag till gemensamma riktlinjer.',
    'Förslaget säger när dialog ska prövas, vilka former som passar och att varje dialog avslutas med ett skriftligt besked till dem som deltog.',
  ],
  proposal: 'Kommunstyrelsens arbetsutskott skickar förslaget till riktlinjer för dialog med Malmöborna på remiss.',
  sections: [
    {
      heading: 'När dialog ska prövas',
      paragraphs: [
        'Den som bereder ett ärende som märks i vardagen för många ska pröva om de som berörs bör få säga sitt innan beslutet. Prövningen skrivs in i tjänsteskrivelsen, också när svaret är nej.',
      ],
    },
    {
      heading: 'Hur det går till',
      paragraphs: [
        'Inbjudan säger vad som går att påverka och vad som redan är bestämt. Formen väljs efter dem som ska nås: en träff på torget, ett samtal i skolan, en enkät eller en digital karta.',
      ],
    },
    {
      heading: 'Besked efteråt',
      paragraphs: [
        'Inom två månader får alla som deltog veta vad de bidrog med, vad som ändrades och varför annat inte ändrades.',
      ],
    },
  ],
  coverLetter: [
    'Kommunstyrelsens arbetsutskott vill veta vad nämnder och bolag anser om förslaget till riktlinjer.',
    'Besvara frågorna en för en. Det som inte passar under någon fråga skrivs under rubriken Övrigt.',
  ],
  questions: [
    {
      key: 'today',
      number: 1,
      kind: 'processes',
      text: 'Vilka former av dialog med boende och brukare använder ni i dag?',
      help: 'Namn, vem som leder och var.',
    },
    {
      key: 'rules',
      number: 2,
      kind: 'text',
      asksStance: true,
      text: 'Är det tydligt när dialog ska prövas enligt förslaget?',
      help: 'Säg gärna vad som skulle göra det tydligare.',
    },
    {
      key: 'where',
      number: 3,
      kind: 'areas',
      text: 'I vilka områden eller teman bör staden börja?',
      help: 'Välj högst tre av vardera.',
    },
    {
      key: 'trial',
      number: 4,
      kind: 'yes_no',
      text: 'Kan ni pröva riktlinjerna i minst ett eget ärende under året?',
      help: 'Skriv vilket, eller vad som skulle behövas.',
      isRequired: true,
    },
    {
      key: 'count',
      number: 5,
      kind: 'number',
      text: 'Hur många dialoger genomförde ni förra året?',
      help: 'Räkna varje tillfälle för sig. En uppskattning räcker.',
      unit: 'dialoger',
      least: 0,
      isWhole: true,
    },
    {
      key: 'support',
      number: 6,
      kind: 'choices',
      text: 'Vilket stöd behöver ni för att komma i gång?',
      help: 'Välj det som gör störst skillnad.',
      options: ['Metodstöd', 'Tolk och lätt svenska', 'Lokaler', 'En person att fråga'],
    },
    {
      key: 'which',
      number: 7,
      kind: 'text',
      text: 'Vilket ärende vill ni pröva riktlinjerna i?',
      help: 'Nummer eller namn räcker.',
      condition: { key: 'trial', is: 'yes' },
    },
    {
      key: 'routine',
      number: 8,
      kind: 'file',
      text: 'Har ni en egen rutin eller mall för dialog?',
      help: 'Bifoga den gärna. Den läses med svaret och blir allmän handling när ni lämnar in.',
    },
  ] satisfies readonly Question[],
  /** What some of them answer the last question with. */
  files: {
    frn: {
      title: 'Rutin för ungdomspaneler',
      fileName: 'rutin-ungdomspaneler.pdf',
      sections: [
        {
          heading: 'Så gör vi',
          paragraphs: [
            'Panelen har tolv platser och träffas fyra gånger om året. Två vuxna håller i träffen, och en av dem skriver ned vad som sägs.',
            'Inom tre veckor får alla veta vad nämnden gjorde med förslagen.',
          ],
        },
      ],
    },
    sn: {
      title: 'Checklista för matråd',
      fileName: 'checklista-matrad.pdf',
      sections: [
        {
          heading: 'Före, under och efter',
          paragraphs: [
            'Bjud in två elever från varje årskurs och kökschefen. Ta upp högst tre frågor.',
            'Sätt upp vad rådet kom fram till vid matsalen, också det som inte gick att ändra.',
          ],
        },
      ],
    },
    mkb: {
      title: 'Så bjuder vi in till bomöten',
      fileName: 'sa-bjuder-vi-in.pdf',
      sections: [
        {
          heading: 'Inbjudan',
          paragraphs: ['Lappen sitter i porten två veckor före mötet, på de språk som talas i huset.'],
        },
      ],
    },
  },
  /** The list that the choice of bodies is kept as. */
  savedAs: 'Invånardialog',
  recipients: ['sn', 'tn', 'frn', 'kn', 'grn', 'fsn', 'mkb', 'parkering', 'boplats'],
  /** Whose administration answers in its place, and who may leave it. */
  byAdministration: 'fsn',
  invited: 'kn',
  /** Asked for yesterday, and not decided. */
  moreTime: {
    body: 'grn',
    reason: 'Nämnden vill höra elevråden innan den svarar, och de kan samlas först efter terminsstarten i januari.',
  },
  /** Whose approved statement the administration above stands behind. */
  together: 'tn',
  /** Prepared and not sent: some are awaited before another is asked. */
  inTurns: {
    title: 'Lathund för dialog i flerfamiljshus',
    reason:
      'Bolagen måste ha sagt hur lathunden fungerar i ett hus med många hyresgäster innan stadsbyggnadsnämnden kan ta ställning till den.',
    question: 'Vad behöver ändras i lathunden för att ni ska kunna använda den?',
    first: ['mkb', 'boplats'],
    then: ['sbn'],
  },
  /** The sender's own words in a reminder to those outside. */
  reminder: 'Vi sammanställer svaren före jul. Säg gärna till om ni inte tänker svara.',
  /** What has been written so far, per board; `decided` has gone all the way. */
  answers: {
    frn: {
      texts: [
        'Fritidsnämnden håller öppna samtal på fritidsgårdarna varje termin och har en ungdomspanel i varje stadsdel.',
        'Ja. Nämnden tycker att prövningen bör stå under en egen rubrik i tjänsteskrivelsen, så att den inte glöms.',
        'Nämnden föreslår att staden börjar där fritidsgårdarna redan samlar unga som sällan svarar på enkäter.',
      ],
      typed: [
        { processes: [{ name: 'Ungdomspaneler', lead: 'Fritidsnämnden', where: 'Alla stadsdelar', period: '2021–' }] },
        {},
        {
          areas: [
            { name: 'Rosengård', priority: 1, reason: 'Två fritidsgårdar har redan vana av öppna samtal' },
            { name: 'Lindängen', priority: 2, reason: '' },
          ],
          themes: ['Barns och ungas fria tid'],
        },
        { yesNo: 'yes' },
        { number: 46 },
        { chosen: ['Tolk och lätt svenska', 'En person att fråga'] },
        { text: 'Fritidsplanen för Rosengård, som nämnden tar upp i vår.' },
      ],
      outside: 'Nämnden påminner om att unga under 18 år behöver egna former, och att det kostar tid.',
    },
    tn: {
      texts: [
        'Tekniska nämnden bjuder in till samråd i detaljplaner och gatuprojekt och har en felanmälan som besvaras inom fem dagar.',
        'I huvudsak. Nämnden efterlyser ett undantag för åtgärder som måste göras genast av säkerhetsskäl.',
        'Nämnden ser störst behov i Rosengård och på Lindängen, där flera gator byggs om samtidigt.',
      ],
      typed: [
        {},
        {},
        { areas: [{ name: 'Rosengård', priority: 1, reason: 'Flera gator byggs om samtidigt' }] },
        { yesNo: 'partly' },
        { number: 18 },
        { chosen: ['Metodstöd'] },
      ],
      outside: '',
    },
    kn: {
      texts: [
        'Biblioteken har läsarråd och kulturskolan frågar elever och föräldrar varje vår.',
        'Ja, men ordet prövas behöver ett exempel.',
        'Biblioteken är bra platser att börja på, i första hand i Rosengård och Holma-Kroksbäck.',
      ],
      typed: [
        {},
        {},
        { areas: ['Rosengård', 'Holma-Kroksbäck'] },
        { yesNo: 'yes' },
        { number: 12 },
        { chosen: ['Lokaler'] },
        { text: 'Biblioteksplanen.' },
      ],
      outside: '',
    },
    sn: {
      texts: [
        'Skolköken har matråd med elever på de flesta skolor, och lokalerna följs upp med hyresgästerna två gånger om året.',
      ],
      typed: [{ processes: [{ name: 'Matråd', lead: 'Servicenämnden', where: 'Skolorna', period: '2022–2026' }] }],
      outside: '',
    },
  },
} as const
