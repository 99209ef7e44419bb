/** The words of moving and striking in English. */

export const placingEnglish = {
  move: 'Move to another case',
  moveHelp:
    'For a record that was registered in the wrong case. Its number in the registry stays with it, and in the old case the number remains with where the record went. Whoever reads the history of the cases reads the reason.',
  toCase: 'Reference number of the right case',
  toCaseHelp: 'A case at the same authority, for example SN-2026-12.',
  moveWhy: 'Why is the record moved?',
  moved: 'The record is moved.',
  strike: 'Strike the record',
  strikeHelp:
    'For what was registered by mistake, for example twice. Nothing is deleted: the number, the facts and the files remain, struck through. It cannot be undone. Records are destroyed only by the authority’s decision on retention.',
  strikeWhy: 'Why is the record struck?',
  strikeDone: 'The record is struck.',
  struck: 'Struck',
  struckSince: 'Registered by mistake and struck',
  struckWhy: 'Who struck it and why is in',
  inHistory: 'the history of the case',
  movedLine: 'Moved to',
  movedTo: (number: string, seq: number) => `${number}, number ${seq}`,
  movedElsewhere: 'another case',
  noCase: 'Write the reference number of the right case.',
  noSuchCase: 'There is no such case. Write the reference number as it stands in the list of cases.',
  isStruck: 'The record is struck.',
  elsewhere: 'The case is at another authority. A record is moved only within the authority’s own registry.',
  sameCase: 'The record is in that case already.',
  toClosed: 'The right case is closed. Open it again first.',
  unmarked:
    'The case is marked secret, but not the one that the record would be moved to. Mark the record secret first, or it becomes open.',
  tied: 'The record is used in something else and must stay.',
  sent: 'The record was sent between two authorities and belongs with the other’s.',
  history: {
    moved: (number: string, place: string) => `moved record ${number} to ${place}`,
    cameHere: (number: string, place: string) => `moved record ${number} here from ${place}`,
    struck: (number: string, why: string) => `struck record ${number}: ${why}`,
    because: (said: string, why: string) => `${said}: ${why}`,
  },
}
