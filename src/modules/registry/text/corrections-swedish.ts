/** The words of what is put right in Swedish. */

export const correctionsSwedish = {
  record: 'Rätta uppgifterna',
  recordHelp:
    'Numret, riktningen och tiden för registreringen ändras aldrig. Det som stod förut står kvar i ärendets historik, där den som läser ärendet ser det. Ska det inte synas, sekretessmarkera handlingen först.',
  reason: 'Varför rättas uppgifterna?',
  submit: 'Spara rättelsen',
  corrected: 'Rättelsen är sparad.',
  filing: 'Ändra klass och ärendetyp',
  class: 'Klass',
  noClass: 'Ingen klass',
  caseType: 'Ärendetyp',
  noCaseType: 'Ingen ärendetyp',
  filed: 'Klass och ärendetyp är sparade.',
  nothing: 'inget',
  between: ', ',
  history: {
    corrected: (number: string, changes: string, reason: string) => `rättade handling ${number}: ${changes}. ${reason}`,
    title: (from: string, to: string) => `rubriken från ”${from}” till ”${to}”`,
    party: (from: string, to: string) => `avsändare eller mottagare från ”${from}” till ”${to}”`,
    day: (from: string, to: string) => `dagen från ${from} till ${to}`,
    kind: (from: string, to: string) => `slaget från ${from} till ${to}`,
    filed: (changes: string) => `ändrade ${changes}`,
    class: (from: string, to: string) => `klassen från ${from} till ${to}`,
    caseType: (from: string, to: string) => `ärendetypen från ${from} till ${to}`,
  },
} as const
