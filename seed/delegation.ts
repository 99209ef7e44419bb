/** Invented schemes of delegation for three boards, in the words of the table that a board would read in. */

const heads =
  'nummer;rubrik;avser;delegattyp;roll;organ;person;delegat;lagrum;villkor;ärendeslag;skäl;överklagas;anmäls;vidaredelegeras'

const urgent =
  '1.1;Brådskande ärenden;Beslut på nämndens vägnar som är så brådskande att nämndens avgörande inte kan avvaktas;presidium;ordförande;;;Ordföranden;6 kap. 39 § kommunallagen;Anmäls vid nästa sammanträde;brådskande;Nämnden har utsett ordföranden att besluta i det som inte kan vänta;laglighetsprövning;ja;nej'

/** What every board in the demo city delegates. */
const common = [
  urgent,
  '1.2;Yttranden;Yttranden i remisser som inte rör mål eller inriktning och inte är ställda till fullmäktige;presidium;ordförande;;;Ordföranden;;Remisstiden medger inte behandling i nämnd;yttrande;Rutinbetonade yttranden utan ställningstagande i princip;nej;ja;nej',
  '1.3;Yttranden till andra nämnder;Yttranden som bara lämnar upplysningar;anställd;förvaltningschef;;;Förvaltningschef;;;yttrande;Innehåller inget ställningstagande för nämnden;nej;ja;ja',
  '2.1;Utlämnande av handling;Avslag på begäran att få ta del av allmän handling, eller utlämnande med förbehåll;anställd;förvaltningschef;;;Förvaltningschef;2 kap. tryckfrihetsförordningen och 6 kap. 3 § OSL;;enskild;Prövningen styrs av lag och praxis;förvaltningsbesvär;ja;ja',
  '3.1;Anställning av chef;Anställning av avdelningschef;anställd;förvaltningschef;;;Förvaltningschef;;Samråd med nämndens presidium;personal;Ramen för organisationen är beslutad av nämnden;laglighetsprövning;ja;nej',
  '3.2;Anställning i övrigt;Anställning av medarbetare inom beslutad ram;anställd;chef;;;Chef;;Inom budget;personal;Löpande bemanning inom nämndens ram;laglighetsprövning;nej;nej',
]

export type DemoScheme = {
  readonly body: string
  readonly secretary: string
  readonly director: string
  readonly paragraph: number
  readonly rules: readonly string[]
}

export const delegationSchemes: readonly DemoScheme[] = [
  {
    body: 'sn',
    secretary: 'maria-torstensdotter',
    director: 'karin-ek',
    paragraph: 201,
    rules: [
      ...common,
      '4.1;Inhyrning av lokal;Hyra lokal i upp till tre år för högst 500 000 kronor om året;anställd;förvaltningschef;;;Förvaltningschef;;Inom budget;ekonomi;Beloppet och tiden är begränsade av nämnden;laglighetsprövning;ja;ja',
      '4.2;Upplåtelse av lokal;Upplåta lokal för enstaka tillfällen;anställd;handläggare;;;Handläggare;;Enligt nämndens taxa;löpande;Taxan lämnar inget utrymme för egna avvägningar;laglighetsprövning;ja;nej',
      '5.1;Direktupphandling;Inköp under gränsen för direktupphandling;anställd;handläggare;;;Handläggare;19 a kap. LOU;Inom budget;upphandling;Löpande inköp enligt stadens riktlinjer;laglighetsprövning;nej;nej',
    ],
  },
  {
    body: 'tn',
    secretary: 'cecilia-ahlgren-roos',
    director: 'stefan-grahn-nilsson',
    paragraph: 188,
    rules: [
      ...common,
      '4.1;Upplåtelse av allmän plats;Yttrande till Polismyndigheten om användning av offentlig plats;anställd;handläggare;;;Handläggare;3 kap. 2 § ordningslagen;Högst tre månader;yttrande;Avser tillfälliga upplåtelser enligt riktlinjer;nej;nej;nej',
      '4.2;Lokala trafikföreskrifter;Tillfälliga föreskrifter som gäller högst sex månader;anställd;förvaltningschef;;;Förvaltningschef;10 kap. trafikförordningen;;löpande;Tillfälliga föreskrifter utan betydelse i princip;förvaltningsbesvär;ja;ja',
    ],
  },
  {
    body: 'ks',
    secretary: 'sofia-malmqvist-ek',
    director: 'goran-wikmark',
    paragraph: 412,
    rules: [
      ...common,
      '1.4;Yttranden från arbetsutskottet;Yttranden till statliga myndigheter i frågor som rör flera nämnder;utskott;;kommunstyrelsens arbetsutskott;;Arbetsutskottet;6 kap. 37 § kommunallagen;;yttrande;Nämnderna har redan yttrat sig i sak;nej;ja;nej',
    ],
  },
]

export function schemeTable({ rules }: DemoScheme): string {
  return [heads, ...rules].join('\n')
}

export type DemoDelegated = {
  readonly who: string
  readonly rule: string
  readonly title: string
  /** Days before today. */
  readonly ago: number
  readonly points: readonly string[]
  readonly motivation: string
  /** Only for what could not wait. */
  readonly whyUrgent?: string
}

/** What has been decided in the service board's place lately. */
export const delegatedLately: readonly DemoDelegated[] = [
  {
    who: 'karin-ek',
    rule: '4.1',
    title: 'Förlängd hyra av förråd i Jägersro',
    ago: 52,
    points: ['Hyresavtalet för förrådet i Jägersro förlängs i två år.'],
    motivation: 'Förrådet behövs tills det nya lagret står klart. Hyran ryms i budgeten.',
  },
  {
    who: 'elin-sand',
    rule: '4.2',
    title: 'Upplåtelse av matsal för föreningsmöte',
    ago: 12,
    points: ['Matsalen upplåts för föreningens årsmöte en kväll.'],
    motivation: 'Matsalen är ledig och taxan följs.',
  },
  {
    who: 'elin-sand',
    rule: '5.1',
    title: 'Inköp av diskmaskin till köket på Augustenborg',
    ago: 9,
    points: ['En diskmaskin köps in från den leverantör som lämnade lägst pris.'],
    motivation: 'Tre anbud har kommit in. Beloppet ligger under gränsen för direktupphandling.',
  },
  {
    who: 'karin-ek',
    rule: '1.3',
    title: 'Upplysningar till miljönämnden om kylanläggningar',
    ago: 5,
    points: ['Förteckningen över kylanläggningar lämnas till miljönämnden.'],
    motivation: 'Miljönämnden har bett om uppgifterna inför sin tillsyn.',
  },
  {
    who: 'lena-bergendorff',
    rule: '1.1',
    title: 'Tillfällig avstängning av idrottshall med skadat tak',
    ago: 2,
    points: ['Idrottshallen stängs till dess att taket är lagat.', 'Ersättningslokal hyrs i högst fyra veckor.'],
    motivation: 'En balk har spruckit. Hallen används varje dag av två skolor.',
    whyUrgent: 'Taket kan rasa vid snöfall. Att vänta till nämndens sammanträde skulle innebära fara för liv.',
  },
]
