import { caseTitle } from '../the-case.ts'
import type { Memo } from '../types.ts'

export type MemoParts = {
  readonly board: string
  readonly date: string
  readonly author: string
  readonly responsible: readonly string[]
  readonly summary: readonly string[]
  readonly proposals: readonly string[]
  /** Chair's preparation, working committee and board, in that order. */
  readonly days: readonly [string, string, string]
}

export const remissTitle = `Remiss ${caseTitle}`

/** A memo about the referral: own memo first in the basis, and proposals that can be understood alone. */
export function remissMemo(parts: MemoParts): Memo {
  const { board, date, author, responsible, summary, proposals, days } = parts
  return {
    date,
    author,
    responsible,
    summary,
    proposals,
    title: remissTitle,
    basis: [
      `Tjänsteskrivelse ${date} ${remissTitle}`,
      `Förslag till yttrande ${date} ${remissTitle}`,
      `Tjänsteskrivelse 2023-10-02 ${caseTitle}, nu fråga om remiss`,
      `Beslut från kommunstyrelsens arbetsutskott 2023-10-02 § 430 ${caseTitle}, nu fråga om remiss`,
    ],
    planning: [
      { body: `${board}-of`, date: days[0] },
      { body: `${board}-au`, date: days[1] },
      { body: board, date: days[2] },
    ],
    sendTo: ['Kommunstyrelsen'],
  }
}
