/** A file whose text cannot be had, and why, in words for the person who sent it. */

import { words } from './words.ts'

const text = words(
  {
    empty: (file: string) => `${file} är tom.`,
    binary: (file: string) => `${file} är inte en text. Skicka skrivelsen som TXT, DOCX eller PDF.`,
    tooLarge: (file: string) => `${file} är för stor. Gränsen är 20 MB.`,
    damaged: (file: string) => `${file} är skadad och går inte att öppna. Spara om den och försök igen.`,
    encrypted: (file: string) => `${file} är skyddad med lösenord. Ta bort skyddet och försök igen.`,
    noText: (file: string) => `${file} innehåller ingen text. En inskannad sida behöver först textigenkännas.`,
    unknownEncoding: (file: string) =>
      `${file} har en teckenkodning som inte känns igen. Spara den som UTF-8 och försök igen.`,
  },
  {
    empty: (file: string) => `${file} is empty.`,
    binary: (file: string) => `${file} is not a text. Send the memo as TXT, DOCX or PDF.`,
    tooLarge: (file: string) => `${file} is too large. The limit is 20 MB.`,
    damaged: (file: string) => `${file} is damaged and cannot be opened. Save it again and retry.`,
    encrypted: (file: string) => `${file} is protected by a password. Remove the protection and retry.`,
    noText: (file: string) => `${file} holds no text. A scanned page needs text recognition first.`,
    unknownEncoding: (file: string) =>
      `${file} has a character encoding that is not recognised. Save it as UTF-8 and retry.`,
  },
)

export type UnreadableCode = 'empty' | 'binary' | 'too-large' | 'damaged' | 'encrypted' | 'no-text' | 'unknown-encoding'

const messages: Readonly<Record<UnreadableCode, (file: string) => string>> = {
  empty: (file) => text.empty(file),
  binary: (file) => text.binary(file),
  'too-large': (file) => text.tooLarge(file),
  damaged: (file) => text.damaged(file),
  encrypted: (file) => text.encrypted(file),
  'no-text': (file) => text.noText(file),
  'unknown-encoding': (file) => text.unknownEncoding(file),
}

/** Thrown by `textOf`. The message is in the language of the moment; `code` is for programs. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, fileName: string) {
    super(messages[code](fileName))
    this.code = code
  }
}
