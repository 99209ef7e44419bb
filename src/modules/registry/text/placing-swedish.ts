/** The words of moving and striking in Swedish. */

export const placingSwedish = {
  move: 'Flytta till ett annat ärende',
  moveHelp:
    'För en handling som registrerats i fel ärende. Numret i diariet följer med, och i det gamla ärendet står numret kvar med vart handlingen flyttades. Skälet läses av den som läser ärendenas historik.',
  toCase: 'Diarienummer för det rätta ärendet',
  toCaseHelp: 'Ett ärende hos samma myndighet, till exempel SN-2026-12.',
  moveWhy: 'Varför flyttas handlingen?',
  moved: 'Handlingen är flyttad.',
  strike: 'Stryk handlingen',
  strikeHelp:
    'För det som registrerats av misstag, till exempel två gånger. Inget raderas: numret, uppgifterna och filerna står kvar, överstrukna. Det går inte att ångra. Gallring sker bara efter myndighetens gallringsbeslut.',
  strikeWhy: 'Varför stryks handlingen?',
  strikeDone: 'Handlingen är struken.',
  struck: 'Struken',
  struckSince: 'Registrerad av misstag och struken',
  struckWhy: 'Vem som strök och varför står i',
  inHistory: 'ärendets historik',
  movedLine: 'Flyttad till',
  movedTo: (number: string, seq: number) => `${number}, nummer ${seq}`,
  movedElsewhere: 'ett annat ärende',
  noCase: 'Skriv diarienumret för det rätta ärendet.',
  noSuchCase: 'Det finns inget sådant ärende. Skriv diarienumret som det står i ärendelistan.',
  isStruck: 'Handlingen är struken.',
  elsewhere: 'Ärendet finns hos en annan myndighet. En handling flyttas bara inom myndighetens eget diarium.',
  sameCase: 'Handlingen ligger redan i ärendet.',
  toClosed: 'Det rätta ärendet är avslutat. Öppna det igen först.',
  unmarked:
    'Ärendet är sekretessmarkerat men inte det som handlingen ska flyttas till. Sekretessmarkera handlingen först, annars blir den öppen.',
  tied: 'Handlingen används i något annat och måste ligga kvar.',
  sent: 'Handlingen har skickats mellan två myndigheter och hör ihop med den andras.',
  history: {
    moved: (number: string, place: string) => `flyttade handling ${number} till ${place}`,
    cameHere: (number: string, place: string) => `flyttade hit handling ${number} från ${place}`,
    struck: (number: string, why: string) => `strök handling ${number}: ${why}`,
    because: (said: string, why: string) => `${said}: ${why}`,
  },
} as const
