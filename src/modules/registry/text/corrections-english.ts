/** The words of what is put right in English. */

export const correctionsEnglish = {
  record: 'Correct the facts',
  recordHelp:
    'The number, the direction and the time of registration never change. What stood there before remains in the history of the case, where whoever reads the case sees it. If it should not show, mark the record secret first.',
  reason: 'Why are the facts corrected?',
  submit: 'Save the correction',
  corrected: 'The correction is saved.',
  filing: 'Change class and case type',
  class: 'Class',
  noClass: 'No class',
  caseType: 'Case type',
  noCaseType: 'No case type',
  filed: 'Class and case type are saved.',
  nothing: 'nothing',
  between: ', ',
  history: {
    corrected: (number: string, changes: string, reason: string) => `corrected record ${number}: ${changes}. ${reason}`,
    title: (from: string, to: string) => `the title from “${from}” to “${to}”`,
    party: (from: string, to: string) => `sender or recipient from “${from}” to “${to}”`,
    day: (from: string, to: string) => `the day from ${from} to ${to}`,
    kind: (from: string, to: string) => `the kind from ${from} to ${to}`,
    filed: (changes: string) => `changed ${changes}`,
    class: (from: string, to: string) => `the class from ${from} to ${to}`,
    caseType: (from: string, to: string) => `the case type from ${from} to ${to}`,
  },
}
