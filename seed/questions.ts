import type { Question } from './types.ts'

/** The real topics in our own words: the exact wording of the real questions is not public. */
export const questions: readonly Question[] = [
  {
    key: 'processes',
    number: 1,
    kind: 'processes',
    text: 'Vilka processer pågår redan hos er som stärker den lokala utvecklingen eller kan bli en del av ett områdeslyft?',
    help: 'Skriv en rad för varje process: vad den heter och vad den går ut på. Ta med sådant som är beslutat eller pågår, inte idéer. Lägg gärna till några meningar om vad ni har lärt er.',
  },
  {
    key: 'areas',
    number: 2,
    kind: 'areas',
    text: 'Vilka geografiska områden eller teman är viktigast för insatser där flera parter kraftsamlar?',
    help: 'Välj högst fem områden och högst fem teman. Motivera valet, gärna med siffror som ni själva följer. Ett områdeslyft behöver inte ha en plats: det kan också gälla ett ämne i hela staden.',
  },
  {
    key: 'coordination',
    number: 3,
    kind: 'text',
    asksStance: true,
    text: 'Vilka möjligheter och hinder ser ni i den samordning som föreslås?',
    help: 'Samordningen beskrivs i avsnittet med samma namn. Tänk på vad den kräver av er i tid och pengar och på vad som behövs för att den ska fungera när viljorna går isär.',
  },
  {
    key: 'coordinator',
    number: 4,
    kind: 'body',
    text: 'Vilken nämnd eller vilket bolag bör ha en samordnande roll?',
    help: 'Välj en nämnd eller ett bolag och skriv varför. Ni kan föreslå er själva. Vill ni inte peka ut någon, lämna valet tomt och beskriv hur ni tänker.',
  },
]
