/** Usual kinds of case and those one writes with, at the authorities of the demo city. All of them made up. */

export type SeedCaseType = {
  readonly name: string
  readonly title: string
  readonly class: string
  readonly direction?: 'in' | 'out' | 'internal'
  readonly recordTitle?: string
}

/** What every authority has. */
export const usualCaseTypes: readonly SeedCaseType[] = [
  {
    name: 'Begäran om allmän handling',
    title: 'Begäran om allmän handling: {vad}',
    class: '1.1.5',
    recordTitle: 'Begäran',
  },
  { name: 'Synpunkt från invånare', title: 'Synpunkt om {vad}', class: '1.1.4' },
  { name: 'Remiss från staten', title: 'Remiss: {rubrik}', class: '1.3.1', recordTitle: 'Remiss' },
  {
    name: 'Upphandling',
    title: 'Upphandling av {vad}',
    class: '2.5.1',
    direction: 'internal',
    recordTitle: 'Beslut att starta upphandling',
  },
]

/** What some of them have besides, by the key of the authority. */
export const ownCaseTypes: Readonly<Record<string, readonly SeedCaseType[]>> = {
  stk: [
    { name: 'Motion', title: 'Motion om {vad}', class: '1.1.2', recordTitle: 'Motion' },
    { name: 'Medborgarförslag', title: 'Medborgarförslag om {vad}', class: '1.1.3', recordTitle: 'Medborgarförslag' },
    { name: 'Områdeslyft', title: 'Områdeslyft: {område}', class: '3.4.1', direction: 'internal' },
  ],
  sn: [
    { name: 'Hyra av lokal', title: 'Hyra av lokal, {adress}', class: '2.6.3', recordTitle: 'Ansökan' },
    { name: 'Byggprojekt', title: 'Byggprojekt {byggnad}', class: '2.6.1', direction: 'internal' },
    { name: 'Skada på fastighet', title: 'Skada på {byggnad}', class: '2.4.3', recordTitle: 'Skadeanmälan' },
  ],
}

export type SeedContact = {
  readonly name: string
  readonly kind: 'person' | 'organisation' | 'authority'
  readonly email?: string
}

export const contacts: readonly SeedContact[] = [
  { name: 'Arbetsmiljöverket', kind: 'authority' },
  { name: 'Boverket', kind: 'authority' },
  { name: 'Domstolsverket', kind: 'authority' },
  { name: 'Finansdepartementet', kind: 'authority' },
  { name: 'Föreningen Trygga gårdar', kind: 'organisation', email: 'styrelsen@tryggagardar.example' },
  { name: 'Hyresgästföreningen, lokalkontoret', kind: 'organisation' },
  { name: 'Integritetsskyddsmyndigheten', kind: 'authority' },
  { name: 'Justitieombudsmannen', kind: 'authority' },
  { name: 'Länsstyrelsen', kind: 'authority', email: 'registrator@lansstyrelsen.example' },
  { name: 'Norra Kajens Bygg AB', kind: 'organisation', email: 'anbud@norrakajen.example' },
  { name: 'Polismyndigheten', kind: 'authority' },
  { name: 'Regionen', kind: 'authority' },
  { name: 'Skolinspektionen', kind: 'authority' },
  { name: 'Socialdepartementet', kind: 'authority' },
  { name: 'Stadens Städ och Service AB', kind: 'organisation' },
  { name: 'Sveriges Kommuner och Regioner', kind: 'organisation' },
  { name: 'Tidningen Dagbladet, redaktionen', kind: 'organisation', email: 'red@dagbladet.example' },
  { name: 'Villaägarna i Oxie', kind: 'organisation' },
  { name: 'Åkerlunds El och Larm AB', kind: 'organisation' },
]
