import type { BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

/** Facts: decided 2023-12-18, positive, built on the four questions. The rest is invented. */
export const disabilityAnswer: BoardAnswer = {
  body: 'fsn',
  caseNumber: 'FSN-2023-1688',
  decidedOn: '2023-12-18',
  paragraph: 139,
  overall: 'support',
  memo: remissMemo({
    board: 'fsn',
    date: '2023-11-16',
    author: 'moa-lindqvist-oberg',
    responsible: ['asa-rydbeck', 'zlatko-hadzic'],
    summary: [
      'Funktionsstödsnämnden ska svara på fyra frågor om hur staden kan arbeta lokalt och genomföra områdeslyft.',
      'Förslaget till yttrande är positivt till ett samlat arbetssätt. Det framhåller att personer med funktionsnedsättning bor i hela staden och att tillgänglighet därför passar bättre som tema än som plats.',
    ],
    proposals: [
      'Funktionsstödsnämnden godkänner funktionsstödsförvaltningens yttrande 2023-11-16 över remissen om hållbar lokal utveckling och områdeslyft och skickar det till kommunstyrelsen.',
    ],
    days: ['2023-11-27', '2023-12-06', '2023-12-18'],
  }),
  introduction: [
    'Funktionsstödsnämnden delar bilden att svåra frågor kräver flera parter. Svaret följer de fyra frågorna.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämndens insatser är i grunden individuella. Det finns ändå processer som har en lokal sida, främst kring mötesplatser och sysselsättning.',
      ],
      processes: [
        {
          name: 'Mötesplats för alla',
          about: 'Träffpunkter för personer med psykisk funktionsnedsättning öppnas för grannskapet.',
        },
        { name: 'Arbete med stöd', about: 'Daglig verksamhet på vanliga arbetsplatser i närheten av hemmet.' },
        {
          name: 'Tryggt boende',
          about: 'Bostadsförsörjning för LSS planeras tillsammans med MKB och fastighets- och gatukontoret.',
        },
      ],
    },
    {
      question: 'areas',
      stance: 'partly_support',
      paragraphs: [
        'Nämnden vill inte peka ut enskilda platser. De som har stöd från nämnden bor i hela Malmö, och det är ofta vägen mellan platserna som är hindret.',
        'Ett lyft med temat tillgänglighet, där gator, lokaler, information och bemötande ses över på samma gång, skulle komma många fler till del än nämndens målgrupp.',
      ],
      areas: ['hela-staden'],
      themes: ['tillganglighet', 'arbete', 'boende'],
    },
    {
      question: 'coordination',
      stance: 'support',
      paragraphs: [
        'En gemensam lägesbild är värdefull om den också beskriver grupper som är små. Nämnden utgår från att uppgifter om få personer skyddas, men de får inte försvinna ur planeringen för den skull.',
        'Dialogen behöver gå att delta i för den som har svårt att läsa, höra eller förstå. Nämnden kan bidra med kunskap om hur det görs.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Kommunstyrelsen bör själv samordna, genom stadskontoret. Bara kommunstyrelsen har överblick över alla nämnder, och rollen riskerar annars att färgas av den egna verksamhetens behov.',
      ],
      body: 'ks',
    },
  ],
  outsideTheQuestions: [
    'Rådet för funktionshinderfrågor bör få yttra sig över det förslag som läggs fram efter remissen.',
  ],
  reservations: [],
}

export const socialAnswer: BoardAnswer = {
  body: 'asn',
  caseNumber: 'ASN-2023-12044',
  decidedOn: '2023-12-20',
  paragraph: 402,
  overall: 'partly_support',
  memo: remissMemo({
    board: 'asn',
    date: '2023-11-21',
    author: 'selma-bergdahl',
    responsible: ['lars-erik-fors'],
    summary: [
      'Stadskontoret föreslår två spår för lokalt arbete: ett i vardagen och ett för svåra frågor som kräver flera parter. Arbetsmarknads- och socialnämnden är en av dem som berörs mest.',
      'Förvaltningen föreslår att nämnden tillstyrker delvis, med krav på att finansieringen klaras ut, och att nämnden erbjuder sig att samordna.',
    ],
    proposals: [
      'Arbetsmarknads- och socialnämnden tillstyrker delvis förslaget om hållbar lokal utveckling och områdeslyft och lämnar förvaltningens yttrande 2023-11-21 till kommunstyrelsen.',
    ],
    days: ['2023-11-29', '2023-12-08', '2023-12-20'],
  }),
  introduction: [
    'Nämnden möter varje dag de människor som förslaget handlar om. Riktningen är rätt. Det som saknas är ett besked om hur arbetet betalas efter 2025.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämnden har områdesutvecklare, uppsökande arbete och arbetsmarknadsinsatser på flera platser. Mycket av det som kallas områdesarbete i staden utförs i praktiken av nämndens medarbetare.',
        'Det viktigaste som nämnden har lärt sig är att tid är avgörande. Det tar omkring två år att bli en del av en plats och några månader att förlora förtroendet.',
      ],
      processes: [
        {
          name: 'Områdesutvecklare',
          about: 'Sju medarbetare som bygger nätverk mellan boende, föreningar och myndigheter.',
        },
        { name: 'Sluta skjut', about: 'Samarbete med polis och kriminalvård för att minska det grova våldet.' },
        {
          name: 'Jobbspår nära',
          about: 'Korta utbildningar med lokala arbetsgivare för den som har försörjningsstöd.',
        },
        { name: 'Familjens hus', about: 'Stöd till föräldrar på samma adress som öppen förskola och vårdcentral.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Behoven av försörjningsstöd och antalet orosanmälningar är störst i Rosengård, Lindängen och Hermodsdal samt i Seved. Nämnden ser också en försämring i Segevång som bör uppmärksammas tidigt.',
      ],
      areas: ['rosengard', 'lindangen', 'hermodsdal', 'seved', 'segevang'],
      themes: ['arbete', 'trygghet', 'unga'],
    },
    {
      question: 'coordination',
      stance: 'partly_support',
      paragraphs: [
        'Strukturen är tydlig på papperet. I praktiken avgörs den av om den som samordnar har mandat att prioritera. Nämnden föreslår att styrgruppen varje år beslutar om en gemensam prioriteringsordning som alla förvaltningar planerar efter.',
        'Sekretess mellan myndigheter sätter gränser för en gemensam lägesbild. Det behöver utredas innan arbetsformen införs.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Arbetsmarknads- och socialnämnden är beredd att samordna i de delar av staden där nämnden redan har områdesutvecklare. Uppdraget förutsätter att det finansieras.',
      ],
      body: 'asn',
    },
  ],
  outsideTheQuestions: [
    'Nämnden vill att föreningar som i dag arbetar på ettåriga bidrag får besked om sina villkor i samma beslut.',
  ],
  reservations: ['Charlotte Tham (M) lämnar ett särskilt yttrande om kostnaderna.'],
}
