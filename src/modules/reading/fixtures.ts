/** A memo that tests change a part of, and what its warnings say. */

import type { ReadMemo } from './index.ts'

export function codes(memo: ReadMemo): string[] {
  return memo.warnings.map((warning) => warning.code)
}

export function quoteOf(memo: ReadMemo, code: string): string | undefined {
  return memo.warnings.find((warning) => warning.code === code)?.quote
}

/** A whole memo without faults, with parts that a test can change. */
export function memoText(
  parts: { proposal?: string; plan?: string; basis?: string; head?: string; extra?: string } = {},
): string {
  return `Tjänsteskrivelse

Datum: 2024-03-04
${parts.head ?? 'Dnr: SN-2024-77'}
Handläggare: Nora Lind, utredare

Lokal plan för trygga parker

Sammanfattning
Förvaltningen har tagit fram en plan för trygga parker. ${parts.extra ?? ''}

Förslag till beslut
${parts.proposal ?? 'Socialnämnden antar planen för trygga parker 2024–2027.'}

Beslutsunderlag
${parts.basis ?? '- Tjänsteskrivelse 2024-03-04\n- Plan för trygga parker'}

Beslutsplanering
${parts.plan ?? 'Socialnämndens arbetsutskott 2024-03-13\nSocialnämnden 2024-03-27'}

Beslutet skickas till
Kommunstyrelsen

Ansvariga
Elis Holm, socialchef
`
}
