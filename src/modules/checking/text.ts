/** What the checks say. */

import { words } from '../../kernel/words.ts'

export const text = words(
  {
    severity: { must: 'Måste', should: 'Bör', advice: 'Råd' },
    part: {
      title: 'rubrik',
      reference: 'handläggare',
      summary: 'sammanfattning',
      proposals: 'förslag till beslut',
      basis: 'beslutsunderlag',
      planning: 'beslutsplanering',
      sendTo: 'vem beslutet skickas till',
      responsible: 'ansvariga',
    },
    unit: { characters: 'tecken', words: 'ord' },
    message: {
      missingPart: (part: string) => `Skrivelsen saknar ${part}.`,
      missingHeading: (heading: string) => `Rubriken ”${heading}” saknas i texten.`,
      emptyHeading: (heading: string) => `Det står inget under rubriken ”${heading}”.`,
      summary: (long: number, most: number, unit: string) =>
        `Sammanfattningen är ${long} ${unit}. Nämndens gräns är ${most} ${unit}.`,
      stance: 'Den samlade ståndpunkten är inte vald.',
      question: (number: number) => `Fråga ${number} är inte besvarad.`,
      notAsked: (number: number) =>
        `Fråga ${number} ska inte besvaras, efter svaren på de tidigare. Det som är skrivet där följer inte med.`,
      misnamed: (name: string, nearest: string) => `”${name}” finns inte i kommunen. Närmast är ${nearest}.`,
      dateForm: (example: string, count: number) =>
        count === 1
          ? `Ett datum är inte skrivet som nämnden skriver datum: ${example}.`
          : `${count} datum är inte skrivna som nämnden skriver datum: ${example}.`,
      answerDay: (written: string, right: string) => `Sista svarsdag är ${right}, men här står ${written}.`,
      notInPlan: (written: string, planned: string) =>
        `Mötet ${written} finns inte i beslutsplaneringen. Där står ${planned}.`,
      noSuchCase: (number: string) => `Det finns inget ärende ${number} som du kan se.`,
      noAttachment: (number: number) => `Bilaga ${number} finns varken i beslutsunderlaget eller bland handlingarna.`,
      abbreviation: (short: string) => `Förkortningen ${short} är inte förklarad där den används först.`,
      longSentence: (count: number) => `Meningen är ${count} ord. Dela den om det går.`,
      plainer: (word: string, better: string) => `”${word}” är kanslispråk. Skriv till exempel ”${better}”.`,
    },
    fix: {
      name: (name: string) => `Skriv ${name}`,
      first: 'Flytta den först',
      number: (number: string) => `Skriv ${number}`,
      sayWhat: 'Skriv vad remissen gäller',
      dates: (example: string) => `Skriv alla som ${example}`,
      day: (day: string) => `Skriv ${day}`,
      heading: 'Lägg till rubriken',
      explain: (stands: string) => `Skriv ut: ${stands}`,
      word: (word: string) => `Skriv ”${word}”`,
    },
  },
  {
    severity: { must: 'Must', should: 'Should', advice: 'Advice' },
    part: {
      title: 'title',
      reference: 'case officer',
      summary: 'summary',
      proposals: 'proposed decision',
      basis: 'decision basis',
      planning: 'decision plan',
      sendTo: 'dispatch list',
      responsible: 'responsible heads',
    },
    unit: { characters: 'characters', words: 'words' },
    message: {
      missingPart: (part: string) => `The memo has no ${part}.`,
      missingHeading: (heading: string) => `The heading “${heading}” is not in the text.`,
      emptyHeading: (heading: string) => `Nothing stands under the heading “${heading}”.`,
      summary: (long: number, most: number, unit: string) =>
        `The summary is ${long} ${unit}. The limit of the board is ${most} ${unit}.`,
      stance: 'The overall position is not chosen.',
      question: (number: number) => `Question ${number} is not answered.`,
      notAsked: (number: number) =>
        `Question ${number} is not to be answered, by the answers to the earlier ones. What is written there does not follow.`,
      misnamed: (name: string, nearest: string) => `“${name}” is no body of the municipality. Nearest is ${nearest}.`,
      dateForm: (example: string, count: number) =>
        count === 1
          ? `One date is not written as the board writes dates: ${example}.`
          : `${count} dates are not written as the board writes dates: ${example}.`,
      answerDay: (written: string, right: string) => `The last answer day is ${right}, but this says ${written}.`,
      notInPlan: (written: string, planned: string) =>
        `The meeting ${written} is not in the decision plan, which says ${planned}.`,
      noSuchCase: (number: string) => `There is no case ${number} that you can see.`,
      noAttachment: (number: number) => `Attachment ${number} is neither in the decision basis nor among the records.`,
      abbreviation: (short: string) => `The abbreviation ${short} is not explained where it is first used.`,
      longSentence: (count: number) => `The sentence is ${count} words. Divide it if you can.`,
      plainer: (word: string, better: string) => `“${word}” is officialese. Write “${better}”, for instance.`,
    },
    fix: {
      name: (name: string) => `Write ${name}`,
      first: 'Move it first',
      number: (number: string) => `Write ${number}`,
      sayWhat: 'Write what the referral is about',
      dates: (example: string) => `Write all as ${example}`,
      day: (day: string) => `Write ${day}`,
      heading: 'Add the heading',
      explain: (stands: string) => `Write out: ${stands}`,
      word: (word: string) => `Write “${word}”`,
    },
  },
)
