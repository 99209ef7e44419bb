/** Contacts (motparter): those one writes with, and what kind of party a name seems to be. */

export const contactKinds = ['person', 'organisation', 'authority'] as const
export type ContactKind = (typeof contactKinds)[number]

export type Contact = {
  readonly id: string
  /** Null: shared by every authority. */
  readonly authorityId: string | null
  readonly name: string
  readonly kind: ContactKind
  readonly email: string | null
  readonly address: string | null
  /** Organisationsnummer. */
  readonly number: string | null
  readonly isActive: boolean
}

const authorityWords =
  /nämnd|styrelse|myndighet|verket\b|kommun\b|kommunen\b|region\b|domstol|rätten\b|länsstyrelsen|polisen|stad\b|fullmäktige|kansli/i
const companyWords =
  /\b(AB|HB|KB|Ltd|GmbH|ek\.? ?för|ideell)\b|förening|stiftelse|bolag|förbund|församling|byrå|fastighet|redaktion|universitet|skola/i

/** What a name seems to be, when nobody has said: the office can put it right in the register. */
export function kindOfParty(name: string): ContactKind {
  if (companyWords.test(name)) return 'organisation'
  if (authorityWords.test(name)) return 'authority'
  const words = name.trim().split(/\s+/)
  const isNamed =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{Ll}\p{Lu}'’-]+$/u.test(word))
  return isNamed ? 'person' : 'organisation'
}

const swedishLast: Readonly<Record<string, string>> = { å: '{', ä: '|', ö: '}' }

/** A name as the register sorts and seeks it (0017): small letters, and å, ä and ö after z. */
export function soughtAs(name: string): string {
  return name.toLowerCase().replaceAll(/[åäö]/g, (letter) => swedishLast[letter] ?? letter)
}
