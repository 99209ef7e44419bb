import { words } from '../words.ts'

export const text = words(
  {
    richText: {
      unreadable: 'Texten går inte att läsa.',
      unknownNode: (name: string) => `Texten innehåller något som inte får finnas där: ${name}.`,
      unsafeLink: (address: string) => `En länk får bara gå till http, https eller mailto: ${address}`,
      tooLong: 'Texten är för lång. Den får vara högst 200 kB.',
      tooDeep: 'Texten har för många nivåer i varandra. Högst 20 går bra.',
      itemBeginsWithText: 'En punkt i en lista måste börja med text.',
    },
    joined: { apart: 'finns bara som egen fil', none: 'Inga handlingar' },
    draft: 'Utkast',
    page: (number: string, total: string) => `Sida ${number} (${total})`,
    reference: 'Diarienummer',
    replaced: (sign: string) =>
      `${sign} står för tecken som inte kan visas i det här formatet. Originalet finns i ärendet.`,
    pdfNeedsLinux: (platform: string) =>
      `PDF kan bara skrivas på linux-x64 i den här versionen; det här är ${platform}. Använd DOCX eller HTML, eller kör servern på linux-x64.`,
  },
  {
    richText: {
      unreadable: 'The text cannot be read.',
      unknownNode: (name: string) => `The text contains something that may not be in it: ${name}.`,
      unsafeLink: (address: string) => `A link may only go to http, https or mailto: ${address}`,
      tooLong: 'The text is too long. It may be at most 200 kB.',
      tooDeep: 'The text has too many levels inside each other. At most 20 will do.',
      itemBeginsWithText: 'An item in a list must begin with text.',
    },
    joined: { apart: 'only as a file of its own', none: 'No papers' },
    draft: 'Draft',
    page: (number: string, total: string) => `Page ${number} (${total})`,
    reference: 'Reference number',
    replaced: (sign: string) =>
      `${sign} stands for characters that cannot be shown in this format. The original is in the case.`,
    pdfNeedsLinux: (platform: string) =>
      `PDF can only be written on linux-x64 in this version; this is ${platform}. Use DOCX or HTML, or run the server on linux-x64.`,
  },
)
