import type { BoardAnswer } from '../types.ts'
import { remissMemo } from './memo.ts'

export const technicalAnswer: BoardAnswer = {
  body: 'tn',
  caseNumber: 'TN-2023-3310',
  decidedOn: '2023-12-14',
  paragraph: 297,
  overall: 'partly_oppose',
  memo: remissMemo({
    board: 'tn',
    date: '2023-11-13',
    author: 'petra-lonnroth',
    responsible: ['stefan-grahn-nilsson', 'fatima-zahra-berglund'],
    summary: [
      'Remissen gäller hur staden organiserar lokalt arbete och områdeslyft. Tekniska nämnden berörs genom gator, parker, mark och trygghetsarbete.',
      'Förvaltningen föreslår att nämnden avstyrker indelningen i fem delar och en samordnande nämnd per del, men ställer sig bakom tanken på tidsbestämda lyft.',
    ],
    proposals: [
      'Tekniska nämnden avstyrker förslagets geografiska indelning och dess ordning för samordning, tillstyrker områdeslyft som arbetsform och lämnar fastighets- och gatukontorets yttrande 2023-11-13 till kommunstyrelsen.',
    ],
    days: ['2023-11-22', '2023-12-01', '2023-12-14'],
  }),
  introduction: [
    'Tekniska nämnden anser att områdeslyft är en bra arbetsform men att förslaget bygger på en organisation som staden redan har prövat och lämnat.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'no_objection',
      paragraphs: [
        'Nämnden har flera processer där det fysiska och det sociala hör ihop. De är knutna till platser som ska byggas om och följer investeringsplanen.',
      ],
      processes: [
        {
          name: 'Samverkan mot skräp och skadegörelse',
          about: 'Tätare skötsel och trygghetsvandringar med fastighetsägare.',
        },
        { name: 'Stadsodling och parkvärdar', about: 'Sommarjobb och odling i sex parker.' },
        { name: 'Säkra stråk', about: 'Belysning och siktröjning längs gång- och cykelvägar.' },
      ],
    },
    {
      question: 'areas',
      stance: 'partly_support',
      paragraphs: [
        'Nämnden förordar platser där investeringar redan är beslutade, så att det går att starta fort: Rosengård, Nydala och Seved.',
        'Valet bör styras av när gator och torg ändå byggs om och inte av en karta över delar av staden.',
      ],
      areas: ['rosengard', 'nydala', 'seved'],
      themes: ['stadsmiljo', 'trygghet'],
    },
    {
      question: 'coordination',
      stance: 'oppose',
      paragraphs: [
        'Nämnden avstyrker den föreslagna samordningen. En part som ska samordna utan att få bestämma får ett ansvar som den inte kan bära, och frågor som är svåra hamnar ändå hos styrgruppen.',
        'Fem delar av staden innebär fem planer, fem forum och fem mötesserier. Nämnden räknar med att deltagandet skulle kosta ungefär två årsarbetare bara på fastighets- och gatukontoret. Nämnden föreslår i stället en gemensam projektledning per beslutat lyft.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'partly_oppose',
      paragraphs: [
        'Ingen nämnd bör pekas ut för en hel del av staden. Behövs en samordnare för helheten ska det vara kommunstyrelsen, som har uppsikt över nämnderna.',
      ],
      body: 'ks',
    },
  ],
  outsideTheQuestions: [
    'Servicenämnden och andra nämnder har i tidigare ärenden föreslagit tekniska nämnden som samordnare. Nämnden vill redan nu säga att den inte har utrymme för uppdraget inom sin ram.',
  ],
  reservations: ['Rebecka Tallmo (V) reserverar sig mot beslutet att avstyrka den geografiska indelningen.'],
}

export const planningAnswer: BoardAnswer = {
  body: 'sbn',
  caseNumber: 'SBN-2023-1120',
  decidedOn: '2023-12-14',
  paragraph: 312,
  overall: 'partly_support',
  memo: remissMemo({
    board: 'sbn',
    date: '2023-11-14',
    author: 'nils-tegnander',
    responsible: ['ylva-kastberg'],
    summary: [
      'Stadsbyggnadsnämnden ombeds svara på fyra frågor om områdeslyft och lokalt arbete.',
      'Förvaltningen föreslår att nämnden tillstyrker delvis och begär att översiktsplanens sociala mål blir utgångspunkt för valet av platser.',
    ],
    proposals: [
      'Stadsbyggnadsnämnden tillstyrker delvis förslaget om hållbar lokal utveckling och områdeslyft och skickar stadsbyggnadskontorets yttrande 2023-11-14 till kommunstyrelsen.',
    ],
    days: ['2023-11-22', '2023-12-01', '2023-12-14'],
  }),
  introduction: [
    'Stadsbyggnadsnämnden ser hur staden byggs ihop eller isär. Den som vill minska skillnaderna behöver ha med den fysiska planeringen från början.',
  ],
  answers: [
    {
      question: 'processes',
      stance: 'support',
      paragraphs: [
        'Planarbete är långsamt, men det är också långsiktigt. Nämnden har tre processer som direkt rör områden som nämns i förslaget.',
        'I samtliga har dialogen med boende gett ändringar i planerna. Det har tagit längre tid och minskat antalet överklaganden.',
      ],
      processes: [
        {
          name: 'Planprogram Amiralsgatan',
          about: 'Gatan byggs om från infart till stadsgata mellan Rosengård och centrum.',
        },
        { name: 'Ungas stadsbyggnad', about: 'Skolklasser granskar detaljplaner innan samråd.' },
        { name: 'Förtätning Lindängen centrum', about: 'Nya bostäder, torg och service där det i dag är parkering.' },
      ],
    },
    {
      question: 'areas',
      stance: 'support',
      paragraphs: [
        'Nämnden föreslår Rosengård, Lindängen och Augustenborg. I alla tre finns pågående planer som kan bära sociala mål.',
        'Av teman är boendet viktigast. Trångboddheten syns inte i planerna men förklarar mycket av det som händer utanför hemmet.',
      ],
      areas: ['rosengard', 'lindangen', 'augustenborg'],
      themes: ['boende', 'stadsmiljo', 'demokrati'],
    },
    {
      question: 'coordination',
      stance: 'partly_support',
      paragraphs: [
        'En indelning i fem delar fungerar för uppföljning. För planering är den grov, eftersom de största skillnaderna ofta finns mellan två sidor av samma gata. Nämnden vill att statistik tas fram för mindre områden.',
      ],
    },
    {
      question: 'coordinator',
      stance: 'support',
      paragraphs: [
        'Nämnden förordar att kommunstyrelsen samordnar under en uppbyggnadstid på två år. Därefter kan uppdraget lämnas till den nämnd som är störst på respektive plats.',
      ],
      body: 'ks',
    },
  ],
  outsideTheQuestions: [],
  reservations: [],
}
