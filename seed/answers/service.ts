import type { BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

/** The answer of the main story. The number and the three days are facts; § and texts are invented. */
export const serviceAnswer: BoardAnswer = {
  body: 'sn',
  caseNumber: 'SN-2023-1541',
  decidedOn: '2023-12-19',
  paragraph: 121,
  overall: 'support',
  memo: remissMemo({
    board: 'sn',
    date: '2023-11-15',
    author: 'elin-sand',
    responsible: ['karin-ek', 'henrik-ljungdal'],
    summary: [
      'Kommunstyrelsens arbetsutskott har frågat nämnder och bolag om ett förslag till hur staden ska arbeta lokalt och starta ett områdeslyft. Arbetsutskottet har inte tagit ställning. Uppdraget kommer från fullmäktiges budget för 2023.',
      'Förslaget har två spår: ett vardagligt arbete i hela staden och tidsbestämda lyft för en plats eller ett tema. Fyra frågor ska besvaras: vad som redan pågår, vilka områden och teman som är viktigast, hur samordningen kan fungera och vem som bör samordna.',
      'Serviceförvaltningen föreslår att nämnden ställer sig bakom förslaget, pekar på måltider, lokaler och arbetsplatser som nämndens bidrag och förordar att tekniska nämnden samordnar.',
    ],
    proposals: [
      'Servicenämnden lämnar yttrande till kommunstyrelsen över remissen om hållbar lokal utveckling och områdeslyft, enligt serviceförvaltningens förslag till yttrande daterat 2023-11-15.',
    ],
    days: ['2023-11-28', '2023-12-07', '2023-12-19'],
  }),
  introduction: [
    'Servicenämnden är positiv till att staden skiljer det vardagliga lokala arbetet från de tidsbestämda lyften. Nämnden finns med sina medarbetare i skolkök, i lokaler och på byggplatser i hela Malmö och vill bidra till båda spåren.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Servicenämnden har inget eget områdesuppdrag, men flera av nämndens ordinarie processer påverkar vardagen i de områden som förslaget gäller. De drivs inom ram och kan riktas mer lokalt utan att ansvaret flyttas.',
        'Erfarenheten är att det går fort att komma i gång när en verksamhet redan finns på platsen. Köken i skolorna är ett exempel: de har personal från närområdet, öppet alla vardagar och en naturlig kontakt med barn och föräldrar.',
      ],
      processes: [
        {
          name: 'Skolköket som första jobb',
          about: 'Praktik och anställning i måltidsverksamheten för boende nära skolan.',
        },
        {
          name: 'Sociala krav i byggprojekt',
          about: 'Entreprenörer tar emot lärlingar och praktikanter när skolor byggs om.',
        },
        {
          name: 'Lokaler efter skoltid',
          about: 'Idrottshallar, aulor och kök öppnas för föreningar på kvällar och helger.',
        },
        {
          name: 'Trygg skolgård',
          about: 'Genomgång av belysning, siktlinjer och skadegörelse tillsammans med hyresgästerna.',
        },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Nämnden ser störst nytta av gemensamma insatser där många av stadens egna byggnader ska rustas under de närmaste åren. Det gäller Rosengård, Lindängen och Holma-Kroksbäck.',
        'Som tema förordar nämnden arbete och försörjning. Serviceförvaltningen rekryterar varje år till yrken som inte kräver lång utbildning, och en väg dit som börjar i närområdet skulle göra skillnad för fler än en generell rekrytering.',
      ],
      areas: ['rosengard', 'lindangen', 'holma-kroksback'],
      themes: ['arbete', 'stadsmiljo', 'trygghet'],
    },
    {
      question: 'coordination',
      stance: 'partly_support',
      paragraphs: [
        'En fast kontaktpunkt i varje del av staden gör det lättare för en nämnd som arbetar i hela Malmö att veta vem den ska tala med. Nämnden ser också värdet av en gemensam lägesbild.',
        'Samordningen får däremot inte bli ytterligare ett mötesled. Nämnden föreslår att lokala forum som redan finns används, och att det anges hur mycket arbetstid deltagandet väntas ta innan arbetsformerna slås fast.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Tekniska nämnden bör få den samordnande rollen. Nämnden rår över mark och gator i alla delar av staden, är van att hålla ihop projekt med många parter och möter både boende, näringsliv och fastighetsägare.',
      ],
      body: 'tn',
    },
  ],
  outsideTheQuestions: [
    'Servicenämnden vill att stadens lokalförsörjningsplan och planen för områdeslyften läses ihop innan den första platsen väljs. En skola som ska byggas om inom tre år är ett bättre ställe att börja på än en som just är klar.',
  ],
  reservations: [],
}
