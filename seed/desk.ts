/** What stands on the officers' desks in the demo city: standard phrases, and what the boards' memos say of the considerations. */

type Said = readonly [name: string, state: 'said' | 'set_aside', words: string]

/** By board, in the memos of the referral of today. */
export const considered: Readonly<Record<'frn' | 'tn' | 'kn' | 'sn', readonly Said[]>> = {
  frn: [
    [
      'Barnets rättigheter',
      'said',
      'Unga i ungdomspanelerna har läst förslaget. De vill kunna svara utan att skriva sitt namn.',
    ],
    ['Ekonomi', 'said', 'Egna former för unga kostar omkring 300 000 kronor om året, som nämnden inte har i dag.'],
    ['Facklig samverkan', 'set_aside', 'yttrandet inte ändrar någons arbetsuppgifter'],
    ['Dialog', 'said', 'Två öppna samtal på fritidsgårdar, med sammanlagt 84 unga.'],
  ],
  tn: [
    ['Barnets rättigheter', 'set_aside', 'förslaget inte gäller någon bestämd plats eller åtgärd'],
    ['Ekonomi', 'said', 'Dialog i gatuprojekt ryms i projektens budget.'],
    ['Miljö och klimat', 'set_aside', 'sättet att föra dialog inte påverkar miljön'],
  ],
  kn: [
    ['Barnets rättigheter', 'said', 'Kulturskolans elever har svarat på en enkät.'],
    [
      'Jämställdhet och likabehandling',
      'said',
      'Kvinnor svarar oftare än män i bibliotekens läsarråd. Formen bör varieras.',
    ],
  ],
  sn: [
    ['Ekonomi', 'set_aside', 'yttrandet inte medför några kostnader för nämnden'],
    ['Dialog', 'said', 'Matråden på skolorna har fått frågan.'],
  ],
}

export const phrases = [
  {
    name: 'Barn har hörts',
    shortcut: 'barn',
    theme: 'Barnets rättigheter',
    text: 'Barn och unga som berörs har fått säga sitt, och det de sagt har vägts in.',
  },
  {
    name: 'Ryms i budget',
    shortcut: 'budget',
    theme: 'Ekonomi',
    text: 'Förslaget ryms inom nämndens budgetram.',
  },
  {
    name: 'Nämnden avstår',
    shortcut: 'avstar',
    theme: '',
    text: 'Nämnden avstår från att yttra sig, eftersom förslaget inte berör nämndens verksamhet.',
  },
  {
    name: 'Positiv i stort',
    shortcut: 'positiv',
    theme: '',
    text: 'Nämnden ser positivt på förslaget i stort och lämnar följande synpunkter.',
  },
] as const

/** What colleagues say of the first page of the proposal that the service board answers today. */
export const saidOfTheProposal = [
  {
    quote: 'Inom två månader får alla som deltog veta vad de bidrog med',
    said: 'Hinner matråden med det? De träffas en gång per termin. Ta gärna upp det under fråga 2.',
    reply: 'Ja, jag skriver att tiden bör räknas från rådets nästa möte.',
  },
  {
    quote: 'en träff på torget, ett samtal i skolan, en enkät eller en digital karta',
    said: 'Matråd och brukarråd saknas i uppräkningen.',
    reply: null,
  },
] as const
