/** What each check is called, why it matters, and by which rule or source. */

import { words } from '../../../kernel/words.ts'

const clearSv = 'Språklagen (2009:600) 11 §'
const clearEn = 'Language Act (2009:600) section 11'

export const about = words(
  {
    'missing-part': {
      name: 'Delar som skrivelsen ska ha',
      why: 'Den som ska godkänna och den som ska besluta behöver alla delar.',
      source: 'Nämndens skrivregler',
    },
    'question-open': {
      name: 'Frågor utan svar',
      why: 'Avsändaren sammanställer svaren fråga för fråga.',
      source: 'Remissen',
    },
    'question-not-asked': {
      name: 'Svar där ingen fråga ställs',
      why: 'Frågan ställs bara efter ett visst svar på en tidigare. Det som är skrivet ligger kvar i utkastet men inte på pappret.',
      source: 'Remissen',
    },
    'stance-open': {
      name: 'Samlad ståndpunkt saknas',
      why: 'Avsändaren räknar vilka som tillstyrker och avstyrker.',
      source: 'Remissen',
    },
    'proposal-not-self-contained': {
      name: 'Förslag till beslut som inte går att förstå för sig',
      why: 'Förslaget blir nämndens beslut ord för ord. I protokollet och utdraget står det utan skrivelsen.',
      source: 'Kommunallagen 5 kap. 67 § och 6 kap. 35 §',
    },
    'unknown-body': {
      name: 'Den som ska besluta är inget organ i kommunen',
      why: 'Bara ett organ som finns kan fatta beslutet.',
      source: 'Kommunallagen 3 kap. 4 §',
    },
    'case-number-missing': {
      name: 'Ärendenummer saknas',
      why: 'Utan nummer går skrivelsen inte att föra till sitt ärende.',
      source: 'Offentlighets- och sekretesslagen 5 kap. 2 §',
    },
    'case-number-variant': {
      name: 'Ärendenumret skrivs på olika sätt',
      why: 'Ett nummer som skrivs på flera sätt går inte att söka på.',
      source: 'Offentlighets- och sekretesslagen 5 kap. 2 §',
    },
    'impossible-date': {
      name: 'Datum som inte finns',
      why: 'Dagen finns inte i kalendern.',
      source: 'Kalendern',
    },
    'plan-after-answer-date': {
      name: 'Beslut efter sista svarsdag',
      why: 'Svaret kommer för sent. Begär anstånd, eller välj en annan väg till beslut under Beslutsplan.',
      source: 'Remissens sista svarsdag',
    },
    'decider-not-in-plan': {
      name: 'Den som ska besluta finns inte i beslutsplaneringen',
      why: 'Den som ska besluta behöver ett möte att göra det på.',
      source: 'Beslutsplaneringen',
    },
    'body-name-variant': {
      name: 'Organets namn är särskrivet eller stavat på annat sätt',
      why: 'Nämnden är en egen myndighet. Namnet ska vara detsamma överallt.',
      source: 'Kommunens reglementen',
    },
    'body-not-in-organisation': {
      name: 'Organ som inte finns i kommunen',
      why: 'Den som läser kan inte veta vem som menas.',
      source: 'Kommunens reglementen',
    },
    'date-on-weekend': {
      name: 'Möte på en lördag eller söndag',
      why: 'Nämnder sammanträder sällan då. Dagen kan vara felskriven.',
      source: 'Kalendern',
    },
    'plan-before-memo': {
      name: 'Möte före skrivelsens datum',
      why: 'Ett möte som har varit kan inte ta upp skrivelsen.',
      source: 'Beslutsplaneringen',
    },
    'plan-out-of-order': {
      name: 'Beslutsplaneringen i fel ordning',
      why: 'Beredningen kommer före beslutet.',
      source: 'Beslutsplaneringen',
    },
    'date-not-in-plan': {
      name: 'Mötesdag som inte stämmer med beslutsplaneringen',
      why: 'Texten och beslutsplaneringen säger olika dagar för samma möte.',
      source: 'Beslutsplaneringen',
    },
    'answer-date-differs': {
      name: 'Fel sista svarsdag',
      why: 'Texten säger en annan sista svarsdag än ärendet.',
      source: 'Remissens sista svarsdag',
    },
    'mixed-date-formats': {
      name: 'Datum skrivna på olika sätt',
      why: 'Samma form överallt går fortare att läsa och att söka på.',
      source: `${clearSv} och ISO 8601`,
    },
    'date-format': {
      name: 'Datum i annan form än nämndens',
      why: 'Samma form överallt går fortare att läsa och att söka på.',
      source: 'Nämndens skrivregler',
    },
    'own-memo-last': {
      name: 'Den egna skrivelsen står sist i beslutsunderlaget',
      why: 'Den som läser börjar med skrivelsen.',
      source: 'Vanlig ordning i beslutsunderlag',
    },
    'summary-too-long': {
      name: 'Sammanfattningen är för lång',
      why: 'Sammanfattningen följer med till kallelsen och protokollet.',
      source: 'Nämndens skrivregler',
    },
    'missing-heading': {
      name: 'Rubriker som texten ska ha',
      why: 'Nämnden vill se de konsekvenserna i varje skrivelse, eller läsa varför de inte är aktuella.',
      source: 'Nämndens skrivregler',
    },
    'case-not-found': {
      name: 'Ärendenummer som inte finns',
      why: 'Läsaren kan inte följa hänvisningen.',
      source: 'Diariet',
    },
    'attachment-not-found': {
      name: 'Bilaga som inte finns',
      why: 'Det som texten bygger på ska finnas i ärendet.',
      source: 'Ärendets handlingar',
    },
    'undefined-abbreviation': {
      name: 'Förkortningar som inte förklaras',
      why: 'Skrivelsen läses av förtroendevalda och invånare som inte kan förvaltningens förkortningar.',
      source: clearSv,
    },
    'long-sentence': {
      name: 'Långa meningar',
      why: 'Korta meningar är lättare att förstå.',
      source: clearSv,
    },
    legalese: {
      name: 'Kanslispråk',
      why: 'Ord som används i vanligt tal förstås av fler.',
      source: `${clearSv}. Svarta listan (Regeringskansliet)`,
    },
  },
  {
    'missing-part': {
      name: 'Parts that the memo must have',
      why: 'Those who approve and those who decide need every part.',
      source: 'Writing rules of the board',
    },
    'question-open': {
      name: 'Questions without an answer',
      why: 'The sender compiles the answers question by question.',
      source: 'The referral',
    },
    'question-not-asked': {
      name: 'Answers where no question is asked',
      why: 'The question is asked only after a given answer to an earlier one. What is written stays in the draft, not on the paper.',
      source: 'The referral',
    },
    'stance-open': {
      name: 'No overall position',
      why: 'The sender counts who supports and who opposes.',
      source: 'The referral',
    },
    'proposal-not-self-contained': {
      name: 'A proposed decision that cannot be understood alone',
      why: 'The proposal becomes the decision word for word. In minutes and extract it stands without the memo.',
      source: 'Local Government Act 5:67 and 6:35',
    },
    'unknown-body': {
      name: 'The one who is to decide is no body of the municipality',
      why: 'Only a body that exists can decide.',
      source: 'Local Government Act 3:4',
    },
    'case-number-missing': {
      name: 'No case number',
      why: 'Without a number the memo cannot be brought to its case.',
      source: 'Public Access to Information and Secrecy Act 5:2',
    },
    'case-number-variant': {
      name: 'The case number is written in different ways',
      why: 'A number that is written in several ways cannot be searched for.',
      source: 'Public Access to Information and Secrecy Act 5:2',
    },
    'impossible-date': {
      name: 'Dates that do not exist',
      why: 'There is no such day in the calendar.',
      source: 'The calendar',
    },
    'plan-after-answer-date': {
      name: 'A decision after the last answer day',
      why: 'The answer comes too late. Ask for more time, or choose another way to a decision under Decision plan.',
      source: 'The last answer day of the referral',
    },
    'decider-not-in-plan': {
      name: 'The one who is to decide is not in the decision plan',
      why: 'The one who is to decide needs a meeting to do it at.',
      source: 'The decision plan',
    },
    'body-name-variant': {
      name: 'The name of a body is divided or spelled otherwise',
      why: 'The board is an authority of its own. Its name should be the same everywhere.',
      source: 'The rules of procedure of the municipality',
    },
    'body-not-in-organisation': {
      name: 'Bodies that are not in the municipality',
      why: 'The reader cannot know who is meant.',
      source: 'The rules of procedure of the municipality',
    },
    'date-on-weekend': {
      name: 'A meeting on a Saturday or Sunday',
      why: 'Boards seldom meet then. The day may be a mistake.',
      source: 'The calendar',
    },
    'plan-before-memo': {
      name: 'A meeting before the date of the memo',
      why: 'A meeting that has been held cannot take up the memo.',
      source: 'The decision plan',
    },
    'plan-out-of-order': {
      name: 'The decision plan is out of order',
      why: 'Preparation comes before the decision.',
      source: 'The decision plan',
    },
    'date-not-in-plan': {
      name: 'The day of a meeting differs from the decision plan',
      why: 'The text and the decision plan have different days for the same meeting.',
      source: 'The decision plan',
    },
    'answer-date-differs': {
      name: 'Wrong last answer day',
      why: 'The text has another last answer day than the case.',
      source: 'The last answer day of the referral',
    },
    'mixed-date-formats': {
      name: 'Dates written in different ways',
      why: 'One form throughout is faster to read and to search for.',
      source: `${clearEn} and ISO 8601`,
    },
    'date-format': {
      name: 'Dates in another form than that of the board',
      why: 'One form throughout is faster to read and to search for.',
      source: 'Writing rules of the board',
    },
    'own-memo-last': {
      name: 'The memo itself is last in the decision basis',
      why: 'The reader begins with the memo.',
      source: 'The usual order of a decision basis',
    },
    'summary-too-long': {
      name: 'The summary is too long',
      why: 'The summary goes along to the call and the minutes.',
      source: 'Writing rules of the board',
    },
    'missing-heading': {
      name: 'Headings that the text must have',
      why: 'The board wants to see those consequences in every memo, or read why they do not apply.',
      source: 'Writing rules of the board',
    },
    'case-not-found': {
      name: 'Case numbers that do not exist',
      why: 'The reader cannot follow the reference.',
      source: 'The registry',
    },
    'attachment-not-found': {
      name: 'Attachments that do not exist',
      why: 'What the text rests on should be in the case.',
      source: 'The records of the case',
    },
    'undefined-abbreviation': {
      name: 'Abbreviations that are not explained',
      why: 'The memo is read by elected members and residents who do not know the abbreviations of the office.',
      source: clearEn,
    },
    'long-sentence': {
      name: 'Long sentences',
      why: 'Short sentences are easier to understand.',
      source: clearEn,
    },
    legalese: {
      name: 'Officialese',
      why: 'Words of everyday speech are understood by more people.',
      source: `${clearEn}. The Black List (Government Offices)`,
    },
  },
)
