import type { BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

/** Facts: decided 2023-12-20, positive, names MKB, asks for a child impact analysis. The rest is invented. */
export const schoolAnswer: BoardAnswer = {
  body: 'grn',
  caseNumber: 'GRF-2023-2207',
  decidedOn: '2023-12-20',
  paragraph: 188,
  overall: 'support',
  memo: remissMemo({
    board: 'grn',
    date: '2023-11-20',
    author: 'emil-karlsrud',
    responsible: ['susanne-ydrefors', 'magnus-ellstrom'],
    summary: [
      'Kommunstyrelsen vill veta vad grundskolenämnden anser om ett förslag till lokalt arbete i hela staden och till områdeslyft på enskilda platser eller i enskilda ämnen.',
      'Förvaltningen föreslår ett positivt yttrande. Nämnden förordar MKB Fastighets AB som samordnare och vill att konsekvenserna för barn analyseras innan beslut fattas.',
    ],
    proposals: [
      'Grundskolenämnden yttrar sig till kommunstyrelsen över remissen om hållbar lokal utveckling och områdeslyft med den text som grundskoleförvaltningen har lagt fram 2023-11-20.',
    ],
    days: ['2023-11-29', '2023-12-08', '2023-12-20'],
  }),
  introduction: [
    'Grundskolenämnden välkomnar att staden tar ett samlat grepp. Skolan kan inte ensam väga upp skillnader i uppväxtvillkor, men den möter nästan alla barn, varje dag, i tio år.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämnden fördelar en del av sina resurser efter elevernas förutsättningar. Utöver det pågår ett antal processer där skolan arbetar med andra i närområdet.',
        'Två av dem har följts upp. Närvaroarbetet har gett resultat på skolor där socialtjänsten har en fast person på plats, men inte på skolor där kontakten sker per telefon.',
      ],
      processes: [
        { name: 'Skolsocialt närvaroteam', about: 'Skola och socialtjänst arbetar tillsammans när frånvaron växer.' },
        { name: 'Läxhjälp på hemmaplan', about: 'Studiestöd i bibliotek och föreningslokaler fyra dagar i veckan.' },
        { name: 'Språkstegen', about: 'Gemensam språkutveckling från förskola till årskurs 3 på tolv skolor.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Behörigheten till gymnasiet varierar kraftigt mellan skolorna. Nämnden följer resultaten per skola och ser de största behoven i Rosengård, Lindängen, Seved och Holma-Kroksbäck.',
        'Nämnden anser att ett tematiskt lyft om skolresultat i årskurs 7–9 skulle nå fler elever än en insats som bara gäller en plats, eftersom många elever väljer skola utanför det egna området.',
      ],
      areas: ['rosengard', 'lindangen', 'seved', 'holma-kroksback'],
      themes: ['skolresultat', 'sprak', 'tidiga-insatser'],
    },
    {
      question: 'coordination',
      stance: 'support',
      paragraphs: [
        'Rektorer i de berörda områdena lägger i dag mycket tid på att söka upp rätt person i andra förvaltningar. En utpekad samordnare per del av staden och en tidsgräns på tre veckor för frågor som lyfts skulle vara en tydlig förbättring.',
        'Skolans upptagningsområden följer inte de fem delarna. Det går att hantera i uppföljningen, men det behöver beskrivas så att siffrorna inte misstolkas.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'MKB bör samordna. Bolaget har bostäder spridda över nästan hela Malmö, möter familjerna i deras vardag och har arbetat med socialt ansvar under lång tid. Ett bolag utan eget myndighetsansvar kan också lättare kalla samman parter med olika uppdrag.',
      ],
      body: 'mkb',
    },
  ],
  outsideTheQuestions: [
    'Förslaget saknar en analys av vad det betyder för barn. Grundskolenämnden anser att en barnkonsekvensanalys ska göras innan kommunstyrelsen fattar beslut, och att barn i de områden som kan bli aktuella ska få komma till tals i den.',
  ],
  reservations: [
    'Helena Ridderstam (M) och Therese Hammarlin (SD) reserverar sig till förmån för eget yrkande om att ingen samordnare ska pekas ut i det här skedet.',
  ],
}

export const preschoolAnswer: BoardAnswer = {
  body: 'fskf',
  caseNumber: 'FSKF-2023-1874',
  decidedOn: '2023-12-20',
  paragraph: 164,
  overall: 'support',
  memo: remissMemo({
    board: 'fskf',
    date: '2023-11-17',
    author: 'hanna-wetterlund',
    responsible: ['birgitta-nyhlen'],
    summary: [
      'Förskolenämnden har fått stadskontorets förslag om lokal utveckling och områdeslyft på remiss. Fyra frågor ska besvaras.',
      'Förvaltningen föreslår att nämnden är positiv, lyfter de tidiga åren som tema och förordar att arbetsmarknads- och socialnämnden samordnar.',
    ],
    proposals: [
      'Förskolenämnden överlämnar förskoleförvaltningens förslag till yttrande, daterat 2023-11-17, till kommunstyrelsen som sitt svar på remissen om hållbar lokal utveckling och områdeslyft.',
    ],
    days: ['2023-11-29', '2023-12-08', '2023-12-20'],
  }),
  introduction: [
    'Förskolenämnden ställer sig bakom båda spåren. De första åren avgör mycket, och de flesta föräldrar har förtroende för förskolan. Det är en tillgång som staden kan använda bättre.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämnden driver tre processer med stöd av medel för lokal utveckling. De är efterfrågade, men planeras ett år i taget eftersom pengarna gör det. Ett längre åtagande skulle ge bättre resultat för samma kostnad.',
      ],
      processes: [
        {
          name: 'Öppen förskola på väg',
          about: 'En mobil öppen förskola som besöker gårdar där få barn är inskrivna.',
        },
        { name: 'Förskolan börjar hemma', about: 'Uppsökande samtal med familjer vars treåringar inte har plats.' },
        { name: 'Bokpåsen', about: 'Lån av böcker på familjens språk tillsammans med biblioteken.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Andelen barn som går i förskola är lägst i delar av Rosengård, i Lindängen och i Nydala. Skillnaden mot staden i övrigt har minskat men är fortfarande tydlig bland treåringar.',
        'Nämnden förordar temat tidiga insatser. Det bör omfatta både förskola, barnhälsovård och familjestöd, och därmed även Region Skåne.',
      ],
      areas: ['rosengard', 'lindangen', 'nydala'],
      themes: ['tidiga-insatser', 'sprak', 'halsa'],
    },
    {
      question: 'coordination',
      stance: 'partly_support',
      paragraphs: [
        'De månatliga forumen för chefer på samma plats är det starkaste i förslaget. Rektorerna i förskolan behöver däremot kunna delta digitalt, eftersom de ofta ansvarar för flera hus.',
        'Nämnden saknar regionen i beskrivningen av samordningen. Utan barnhälsovården blir arbetet med små barn halvt.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Arbetsmarknads- och socialnämnden har det bredaste uppdraget gentemot familjer med svåra villkor och bör samordna. Nämnden har redan enheter i alla delar av staden.',
      ],
      body: 'asn',
    },
  ],
  outsideTheQuestions: [],
  reservations: [],
}
