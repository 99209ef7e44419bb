/** Invented elected members, written as they stand on a call: the name, then the party in brackets. */
export type Assembly = {
  readonly body: string
  readonly chair: string
  readonly firstViceChair?: string
  readonly secondViceChair?: string
  readonly members: readonly string[]
  /** In the order in which they are called. */
  readonly substitutes: readonly string[]
}

const executiveBoard: Assembly = {
  body: 'ks',
  chair: 'Marianne Holmgård (S)',
  firstViceChair: 'Yusuf Demirel (S)',
  secondViceChair: 'Fredrik Adelhult (M)',
  members: [
    'Camilla Rosenlind (S)',
    'Sara Nordvall (V)',
    'Anders Skogby (MP)',
    'Charlotte Tham (M)',
    'Jörgen Hallander (SD)',
    'Roger Plym (SD)',
    'Nina Bielke (L)',
    'Torbjörn Äng (C)',
  ],
  substitutes: [
    'Hassan Elmi (S)',
    'Lotta Vesterlund (S)',
    'Isak Gullberg (V)',
    'Victoria Rehnman (M)',
    'Kent Strandell (SD)',
    'Elisabeth Kyhlberg (KD)',
  ],
}

const workingCommittee: Assembly = {
  body: 'ksau',
  chair: 'Marianne Holmgård (S)',
  firstViceChair: 'Yusuf Demirel (S)',
  secondViceChair: 'Fredrik Adelhult (M)',
  members: ['Sara Nordvall (V)', 'Jörgen Hallander (SD)'],
  substitutes: ['Camilla Rosenlind (S)', 'Charlotte Tham (M)'],
}

const serviceBoard: Assembly = {
  body: 'sn',
  chair: 'Lena Bergendorff (S)',
  firstViceChair: 'Milad Rostami (V)',
  secondViceChair: 'Per-Arne Wittberg (M)',
  members: [
    'Gudrun Ståle (S)',
    'Adnan Begić (S)',
    'Tove Kjellin (MP)',
    'Caroline Silfver (M)',
    'Ronny Hagman (SD)',
    'Bo Lindeblad (L)',
  ],
  substitutes: [
    'Alva Sundholm (S)',
    'Ibrahim Conteh (S)',
    'Pernilla Brohult (M)',
    'Jimmy Österman (SD)',
    'Margareta Ulfsax (C)',
  ],
}

const technicalBoard: Assembly = {
  body: 'tn',
  chair: 'Andreas Wennerby (S)',
  firstViceChair: 'Rebecka Tallmo (V)',
  secondViceChair: 'Carl Gyllensvärd (M)',
  members: ['Shirin Azadi (S)', 'Kjell Borgman (S)', 'Mats Rönnlid (SD)', 'Louisa Enander (L)'],
  substitutes: ['Hampus Tilly (S)', 'Greta Orrenius (MP)', 'Nils-Olof Bring (M)'],
}

const schoolBoard: Assembly = {
  body: 'grn',
  chair: 'Anna-Karin Vedby (S)',
  firstViceChair: 'Mohammed Salim Dahl (S)',
  secondViceChair: 'Helena Ridderstam (M)',
  members: ['Jonna Fridell (V)', 'Piotr Zielinski (S)', 'Therese Hammarlin (SD)', 'Erik Landergård (L)'],
  substitutes: ['Meriem Belkacem (S)', 'Simon Ödlund (C)', 'Ulrika Tornvall (M)'],
}

const disabilityBoard: Assembly = {
  body: 'fsn',
  chair: 'Roland Kumlin (S)',
  firstViceChair: 'Nadia Haidari (V)',
  secondViceChair: 'Eva-Lotta Brink (M)',
  members: ['Siv Ahlmark (S)', 'Gustav Påhlman (S)', 'Björn Tranvik (SD)', 'Ingela Sörqvist (KD)'],
  substitutes: ['Dilan Kaya (S)', 'Maj Hultin (MP)', 'Axel Raab (M)'],
}

const council: Assembly = {
  body: 'kf',
  chair: 'Britt-Marie Solberg (S)',
  firstViceChair: 'Lars Måns Öhrvall (V)',
  secondViceChair: 'Christina Edholm (M)',
  members: [
    executiveBoard.chair,
    'Yusuf Demirel (S)',
    'Fredrik Adelhult (M)',
    ...executiveBoard.members,
    serviceBoard.chair,
    schoolBoard.chair,
    technicalBoard.chair,
    disabilityBoard.chair,
  ],
  substitutes: ['Alva Sundholm (S)', 'Hampus Tilly (S)', 'Nina-Maria Falk (M)'],
}

const withChairOnly = (body: string, chair: string, secondViceChair: string): Assembly => {
  return { body, chair, secondViceChair, members: [], substitutes: [] }
}

const withPresidium: readonly Assembly[] = [
  withChairOnly('sbn', 'Anders Skogby (MP)', 'Victoria Rehnman (M)'),
  withChairOnly('mn', 'Greta Orrenius (MP)', 'Axel Raab (M)'),
  withChairOnly('kn', 'Isak Gullberg (V)', 'Nina Bielke (L)'),
  withChairOnly('frn', 'Hassan Elmi (S)', 'Ulrika Tornvall (M)'),
  withChairOnly('fskf', 'Lotta Vesterlund (S)', 'Elisabeth Kyhlberg (KD)'),
  withChairOnly('gyvf', 'Camilla Rosenlind (S)', 'Simon Ödlund (C)'),
  withChairOnly('asn', 'Shirin Azadi (S)', 'Charlotte Tham (M)'),
  withChairOnly('hvo', 'Siv Ahlmark (S)', 'Pernilla Brohult (M)'),
  withChairOnly('vn', 'Kjell Borgman (S)', 'Nils-Olof Bring (M)'),
  withChairOnly('rev', 'Sten Wåhlin (M)', 'Dagny Fjällborg (S)'),
]

export const assemblies: readonly Assembly[] = [
  council,
  executiveBoard,
  workingCommittee,
  serviceBoard,
  technicalBoard,
  schoolBoard,
  disabilityBoard,
  ...withPresidium,
]
