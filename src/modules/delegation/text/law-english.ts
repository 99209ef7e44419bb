/** What the law or the form has against something, in English. */

export const englishLaw = {
  obstacle: {
    kept: {
      goals:
        'Matters of goals, direction, scope or quality cannot be delegated (Local Government Act, chapter 6 section 38, 1).',
      to_council:
        'Petitions and statements to the council cannot be decided by delegation (chapter 6 section 38, 2). The matter must go to the board. A statement to the executive board can.',
      appealed:
        'Statements because a decision of the board or the council was appealed cannot be decided by delegation (chapter 6 section 38, 2).',
      principle:
        'Exercise of authority over individuals of principle or greater weight cannot be delegated (chapter 6 section 38, 3).',
      citizens_proposal:
        'Matters begun by a citizen’s proposal and handed over to the board cannot be delegated (chapter 6 section 38, 4).',
      forbidden: 'What law or ordinance forbids cannot be delegated (chapter 6 section 38, 5).',
    },
    noReason: 'Write why the matter can be delegated. The reason is kept with the rule.',
    automatedLegality:
      'An automated function cannot decide where legality review applies (chapter 6 section 38, second paragraph).',
    automatedProcurement:
      'An automated function cannot decide in procurement or choice systems (chapter 6 section 38, second paragraph).',
    onlyDirector: 'Only what is given to the director can be passed on (chapter 7 section 6).',
    urgentIsChair: 'Urgent matters are given to the chair, or to another member by name (chapter 6 section 39).',
    urgentIsReported: 'Urgent decisions are always reported at the board’s next meeting (chapter 6 section 40).',
    noCommittee: 'Choose the committee.',
    noFunction: 'Choose the account that the automated function signs in with.',
    nobody: 'Say the role or the person of the employee.',
    alreadyAdopted: 'The scheme is already decided.',
    noRules: 'The scheme has no rules.',
    decidedAhead: 'The board has not decided yet: the day is ahead.',
    beforeDecision: 'The scheme holds from the day the board decided it, at the earliest.',
    beforeLatest: (day: string) => `The scheme cannot hold before the one that holds from ${day}.`,
    adoptedIsFinal: 'The scheme is decided by the board. Begin a new version to change it.',
    notToBePassedOn: 'The board has not allowed this rule to be passed on.',
    notDirector: 'Only the director may pass a rule on (chapter 7 section 6).',
    notEmployed: 'A rule can be passed on to an employee only.',
    notInForce: (number: string) => `Rule ${number} was not in force that day.`,
    otherAuthority: (body: string) => `The rule belongs to ${body}, the case to another authority.`,
    caseClosed: 'The case is closed.',
    dayToCome: 'The day has not come yet.',
    notYours: (number: string, delegate: string) => `Rule ${number} is given to ${delegate}.`,
    urgentHasItsForm: 'An urgent decision is made on its own, with the reason it cannot wait.',
    noUrgentPower: (number: string) => `Rule ${number} gives no power to decide urgent matters.`,
    alreadyCorrected: (number: string, by: string) => `${number} is already replaced by ${by}.`,
    notABoard: 'Delegation belongs to a board or to the executive board.',
    nothingToReport: 'There is nothing to report.',
    itemSettled: 'The report is already settled at that meeting. Report at the next.',
    nothingToMinute: 'No decisions need separate minutes.',
    alreadyNoticed: 'The minutes are already on the notice board.',
    noticedBefore: 'The minutes cannot be noticed before they are drawn up.',
  },
  fault: {
    noColumn: (heads: string) => `The table lacks the column ${heads}.`,
    twice: (number: string) => `the number ${number} is there twice`,
    unknownWord: (word: string, column: string) => `“${word}” is not understood in the column ${column}`,
    empty: (column: string) => `the column ${column} is empty`,
    badNumber: (number: string) => `“${number}” is no rule number`,
    noBody: (name: string) => `there is no body “${name}”`,
    noPerson: (name: string) => `there is no person “${name}”`,
    atLine: (line: number, number: string, fault: string) =>
      `Line ${line}${number === '' ? '' : ` (rule ${number})`}: ${fault}`,
  },
  invalid: {
    choose: 'Choose one.',
    noPoints: 'Write what is decided.',
    noRule: 'Choose a rule of the scheme.',
    noWhyUrgent: 'Write why the decision cannot wait for the board.',
    noNumber: 'Write a number such as 3 or 3.2.',
    noHeading: 'Write a heading.',
    noScope: 'Write what may be decided.',
    noDelegate: 'Write who may decide.',
    noParagraph: 'Write the number of the paragraph.',
    noFile: 'Choose a file.',
    noRows: 'The file has no rules.',
    tooMany: (most: number) => `The file is too large. At most ${most} rules.`,
    otherCase: 'The decision belongs to another case.',
    endsBefore: 'The last day comes before the first.',
    passedOnAlready: 'The rule is already passed on to that person.',
    directorSince: (day: string) => `There is a director from ${day} already. Choose a later day.`,
  },
}
