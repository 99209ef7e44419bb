/** What an import says: in its report, and in the history of each case. */

import { words } from '../../../kernel/words.ts'

/** What is written in the registry itself, which is Swedish whoever imports. */
export const kept = {
  provision: 'Överförd markering, bestämmelse ej angiven',
  officerTitle: 'Handläggare',
} as const

export const text = words(
  {
    noFile: (file: string) => `${file} saknas i mappen.`,
    busy: 'En annan import pågår i samma databas.',
    imported: (number: string, source: string, records: string) =>
      `fördes över från ${source} som ${number}, med ${records} handlingar`,
    reason: {
      columns: 'fel antal kolumner',
      quotes: 'citattecknen går inte ihop',
      encoding: 'inte giltig UTF-8',
      'too-long': 'längre än 16 MB',
      'bad-id': 'id är inget heltal',
      'bad-number': 'år eller nummer går inte att använda',
      'bad-date': 'dagen finns inte',
      'bad-direction': 'riktningen är inte in, ut eller upp',
      'bad-code': 'nämndens kod går inte att använda som prefix',
      'no-title': 'rubrik saknas',
      'long-title': 'rubriken är längre än 300 tecken',
      'long-party': 'parten är längre än 300 tecken',
      'no-party': 'avsändare eller mottagare saknas',
      'unknown-board': 'nämnden finns inte',
      'unknown-case': 'ärendet finns inte eller togs inte emot',
      'other-board': 'nämnden är en annan än ärendets',
      'number-used': 'numret är redan använt',
      'order-used': 'ordningstalet i ärendet är redan använt',
      'id-used': 'samma id är redan använt för något annat',
      'unknown-officer': 'handläggaren finns inte; ärendet togs emot utan',
      'other-name': 'handläggaren finns redan under ett annat namn, som behålls',
    },
  },
  {
    noFile: (file: string) => `${file} is missing in the folder.`,
    busy: 'Another import is going on in the same database.',
    imported: (number: string, source: string, records: string) =>
      `was brought over from ${source} as ${number}, with ${records} records`,
    reason: {
      columns: 'wrong number of columns',
      quotes: 'the quotation marks do not pair',
      encoding: 'not valid UTF-8',
      'too-long': 'longer than 16 MB',
      'bad-id': 'the id is no whole number',
      'bad-number': 'the year or the number cannot be used',
      'bad-date': 'there is no such day',
      'bad-direction': 'the direction is not in, ut or upp',
      'bad-code': 'the code of the board cannot be used as a prefix',
      'no-title': 'there is no title',
      'long-title': 'the title is longer than 300 characters',
      'long-party': 'the party is longer than 300 characters',
      'no-party': 'there is no sender or recipient',
      'unknown-board': 'there is no such board',
      'unknown-case': 'there is no such case, or it was not accepted',
      'other-board': 'the board is not that of the case',
      'number-used': 'the number is in use already',
      'order-used': 'the order in the case is in use already',
      'id-used': 'the same id is in use for something else',
      'unknown-officer': 'there is no such officer; the case was accepted without',
      'other-name': 'the officer is here already under another name, which stays',
    },
  },
)
