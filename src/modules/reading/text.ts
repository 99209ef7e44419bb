/** What the reader says about a memo. */

import { words } from '../../kernel/words.ts'

export const text = words(
  {
    part: {
      date: 'datum',
      reference: 'referens eller handläggare',
      title: 'rubrik',
      summary: 'sammanfattning',
      proposals: 'förslag till beslut',
      basis: 'beslutsunderlag',
      planning: 'beslutsplanering',
      sendTo: 'vem beslutet skickas till',
      responsible: 'ansvariga',
    },
    warning: {
      unknownBody: (name: string) => `”${name}” är inget känt organ i kommunen. Kontrollera namnet.`,
      bodyNameVariant: (written: string, name: string) =>
        `”${written}” är inte skrivet som organets namn. Här läses det som ${name}.`,
      deciderNotInPlan: (name: string) => `Beslutet föreslås fattas av ”${name}”, som inte finns i beslutsplaneringen.`,
      mixedDateFormats: 'Datum är skrivna på olika sätt. Använd samma form överallt, helst ÅÅÅÅ-MM-DD.',
      dateOnWeekend: (date: string) => `${date} är en lördag eller söndag. Kontrollera mötesdagen.`,
      impossibleDate: 'Det datumet finns inte i kalendern.',
      planAfterAnswerDate: (date: string, answerBy: string) =>
        `Beslutet planeras till ${date}, efter sista svarsdag ${answerBy}.`,
      planBeforeMemo: (date: string, memo: string) => `Mötet ${date} ligger före skrivelsens datum ${memo}.`,
      planOutOfOrder: 'Stegen i beslutsplaneringen står inte i tidsordning.',
      planLineUnread:
        'Raden i beslutsplaneringen har ett datum men inget organ som känns igen. Lägg till steget själv.',
      ownMemoLast: 'Den egna tjänsteskrivelsen står sist i beslutsunderlaget. Den brukar stå först.',
      notSelfContained:
        'Förslaget går inte att förstå för sig. Skriv vad det gäller, så att beslutet kan läsas utan skrivelsen.',
      caseNumberMissing: 'Skrivelsen har inget ärendenummer.',
      caseNumberVariant: 'Ärendenumret är skrivet på olika sätt.',
      missingPart: (part: string) => `Hittar ingen del med ${part}.`,
      emailMasked: 'E-postadressen är dold i texten.',
      severalReferences: 'Flera personer står som referens. Den första används.',
      severalDocuments: 'Texten innehåller flera handlingar. Bara tjänsteskrivelsen är läst.',
      textCut: 'Texten tycks sluta mitt i. Kontrollera mot originalet.',
      pageFurniture: 'Sidnummer, adressfot eller stämpel låg inne i texten och är borttagna.',
      mojibake:
        'Filens å, ä och ö var sparade med fel teckenkodning. De är återställda, men jämför namn och rubrik med originalet.',
      notAMemo: 'Det här ser inte ut som en tjänsteskrivelse. Kontrollera allt som är ifyllt.',
    },
  },
  {
    part: {
      date: 'date',
      reference: 'reference or case officer',
      title: 'title',
      summary: 'summary',
      proposals: 'proposed decision',
      basis: 'decision basis',
      planning: 'decision plan',
      sendTo: 'dispatch list',
      responsible: 'responsible heads',
    },
    warning: {
      unknownBody: (name: string) => `“${name}” is no known body of the municipality. Check the name.`,
      bodyNameVariant: (written: string, name: string) =>
        `“${written}” is not how the body is named. It is read as ${name}.`,
      deciderNotInPlan: (name: string) =>
        `The decision is proposed to be made by “${name}”, which is not in the decision plan.`,
      mixedDateFormats: 'Dates are written in different ways. Use one form throughout, preferably YYYY-MM-DD.',
      dateOnWeekend: (date: string) => `${date} is a Saturday or Sunday. Check the day of the meeting.`,
      impossibleDate: 'There is no such day in the calendar.',
      planAfterAnswerDate: (date: string, answerBy: string) =>
        `The decision is planned for ${date}, after the last answer date ${answerBy}.`,
      planBeforeMemo: (date: string, memo: string) => `The meeting ${date} is before the date of the memo, ${memo}.`,
      planOutOfOrder: 'The steps of the decision plan are not in order of time.',
      planLineUnread: 'The line of the decision plan has a date but no body that is recognised. Add the step yourself.',
      ownMemoLast: 'The memo itself is listed last in the decision basis. It usually comes first.',
      notSelfContained:
        'The proposal cannot be understood by itself. Say what it is about, so that the decision can be read without the memo.',
      caseNumberMissing: 'The memo has no case number.',
      caseNumberVariant: 'The case number is written in different ways.',
      missingPart: (part: string) => `Found no part with: ${part}.`,
      emailMasked: 'The e-mail address is hidden in the text.',
      severalReferences: 'Several persons are named as reference. The first is used.',
      severalDocuments: 'The text holds several documents. Only the memo has been read.',
      textCut: 'The text seems to end in the middle. Compare with the original.',
      pageFurniture: 'Page numbers, an address footer or a stamp were inside the text and have been removed.',
      mojibake:
        'The letters å, ä and ö of the file were saved in the wrong encoding. They are restored; compare names and title with the original.',
      notAMemo: 'This does not look like a memo. Check everything that is filled in.',
    },
  },
)
