/** What can be done with an answer from outside. */

export { askOnLink } from './commands/ask.ts'
export { join } from './commands/join.ts'
export { carryOutside, packForms, sendLink, wayOutside } from './commands/mail.ts'
export { makeLink, revokeLinks } from './commands/links.ts'
export { partOnLink, partPassage, placeOnLink, placePassages, takeOnLink, takeReading } from './commands/placing.ts'
export { readAnswer, readMessage, readOnLink } from './commands/reading.ts'
export { rejoinOnLink, rejoinPassage } from './commands/rejoin.ts'
export { saveCells } from './commands/save.ts'
export { settleRival } from './commands/settle.ts'
export { submitAnswer } from './commands/submit.ts'
