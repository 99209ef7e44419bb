import type { BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

export const cultureAnswer: BoardAnswer = {
  body: 'kn',
  caseNumber: 'KN-2023-5127',
  decidedOn: '2023-12-20',
  paragraph: 171,
  overall: 'support',
  memo: remissMemo({
    board: 'kn',
    date: '2023-11-20',
    author: 'johanna-vikander',
    responsible: ['mikael-brannlund'],
    summary: [
      'Kulturnämnden har fått ett förslag om lokalt arbete och områdeslyft på remiss från kommunstyrelsen.',
      'Förvaltningen föreslår ett positivt svar, med kulturens mötesplatser som bidrag och fritidsnämnden som samordnare.',
    ],
    proposals: [
      'Kulturnämnden tillstyrker förslaget om hållbar lokal utveckling och områdeslyft och antar kulturförvaltningens yttrande 2023-11-20 som sitt svar till kommunstyrelsen.',
    ],
    days: ['2023-11-29', '2023-12-08', '2023-12-20'],
  }),
  introduction: [
    'Bibliotek, kulturskola och ateljéer är ofta de enda rum på en plats där ingen frågar varför man är där. Kulturnämnden vill att det räknas som en tillgång i arbetet.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämnden arbetar sedan flera år med att flytta resurser dit deltagandet är lägst. Arbetet följs upp genom besök och genom samtal med dem som inte kommer.',
      ],
      processes: [
        {
          name: 'Biblioteket som medborgarkontor',
          about: 'Hjälp med digitala ärenden och samhällsfrågor i fyra stadsdelsbibliotek.',
        },
        { name: 'El Sistema i skolan', about: 'Kulturskolans orkester som en del av skoldagen på nio skolor.' },
        {
          name: 'Kulturlivsanalys Rosengård',
          about: 'Kartläggning av vad som redan finns och av vad de boende själva skapar.',
        },
        { name: 'Kraftsamling Herrgården', about: 'Partnerskap mellan staden och idéburna organisationer.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Herrgården och övriga Rosengård har ett partnerskap att bygga vidare på, och det vore fel att börja om. Därutöver ser nämnden behov i Holma-Kroksbäck, där det saknas en öppen lokal för kultur.',
        'Demokrati och läsning är teman som passar hela staden.',
      ],
      areas: ['herrgarden', 'rosengard', 'holma-kroksback'],
      themes: ['demokrati', 'kultur', 'unga'],
    },
    {
      question: 'coordination',
      stance: 'support',
      paragraphs: [
        'Nämnden ser stora möjligheter i att planera tillsammans, särskilt om lokaler. I dag hyr tre förvaltningar egna rum inom samma kvarter.',
        'Föreningslivet behöver en plats i strukturen som inte är ett samråd i slutet.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Fritidsnämnden bör samordna. Den har mötesplatser i alla delar av staden, ett nära samarbete med föreningarna och ett förtroende hos unga som andra nämnder saknar.',
      ],
      body: 'frn',
    },
  ],
  outsideTheQuestions: [
    'Ordet lyft antyder att någon annan gör det. Nämnden föreslår att de boende i varje område får namnge sitt eget arbete.',
  ],
  reservations: [],
}

export const sportsAnswer: BoardAnswer = {
  body: 'frn',
  caseNumber: 'FRN-2023-941',
  decidedOn: '2023-12-14',
  paragraph: 133,
  overall: 'partly_support',
  memo: remissMemo({
    board: 'frn',
    date: '2023-11-13',
    author: 'arvid-ostling',
    responsible: ['leila-moradi'],
    summary: [
      'Fritidsnämnden ska yttra sig över stadskontorets förslag till lokalt arbete och områdeslyft.',
      'Förvaltningen föreslår att nämnden tillstyrker delvis. Ungas fria tid bör bli ett eget tema, och MKB förordas som samordnare.',
    ],
    proposals: [
      'Fritidsnämnden tillstyrker delvis förslaget om hållbar lokal utveckling och områdeslyft och lämnar fritidsförvaltningens yttrande 2023-11-13 till kommunstyrelsen.',
    ],
    days: ['2023-11-22', '2023-12-01', '2023-12-14'],
  }),
  introduction: [
    'Fritidsnämnden är positiv till att arbetet blir långsiktigt och vill se tydligare mål för barn och unga.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Nämndens mötesplatser har öppet när annat har stängt. De processer som pågår bygger på samarbete med föreningar och skolor.',
      ],
      processes: [
        { name: 'Öppet till tio', about: 'Längre öppettider på fritidsgårdar i fem områden.' },
        { name: 'Prova på-lovet', about: 'Avgiftsfria aktiviteter under alla skollov.' },
        { name: 'Föreningslots', about: 'Stöd till nya föreningar med lokaler, bidrag och ledarutbildning.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Få flickor deltar i föreningslivet i Rosengård och Lindängen. I Oxie och Almgården finns föreningar men för få hallar.',
        'Barns och ungas fria tid bör vara ett eget tema, eftersom det som händer mellan klockan tre och nio på kvällen inte ägs av någon enskild nämnd.',
      ],
      areas: ['rosengard', 'lindangen', 'oxie', 'almgarden'],
      themes: ['unga', 'trygghet', 'halsa'],
    },
    {
      question: 'coordination',
      stance: 'partly_support',
      paragraphs: [
        'De lokala forumen är en möjlighet om de leder till beslut. Nämnden har erfarenhet av forum där alla informerar varandra och ingen får något uppdrag.',
        'Nämnden föreslår att varje forum har en gemensam budget, om än liten, som de som sitter där beslutar om tillsammans.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'MKB har den bästa närvaron bland de boende och bör samordna där bolaget är stor fastighetsägare. På övriga platser bör frågan avgöras från fall till fall.',
      ],
      body: 'mkb',
    },
  ],
  outsideTheQuestions: [],
  reservations: ['Ulrika Tornvall (M) deltar inte i beslutet.'],
}
