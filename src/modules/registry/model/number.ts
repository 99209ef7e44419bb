/** Case numbers as people write them. */

/** What was asked for: the number, and the year and prefix where they were written. `isWhole`: all three. */
export type NumberAsked = {
  readonly prefix: string | null
  readonly year: number | null
  readonly n: number
  readonly isWhole: boolean
}

const written = /^(?:dnr\.?:?\s*)?(?:(\p{L}{1,8})[\s\-/:.]*)?(?:((?:19|20)\d\d)[\s\-/:.]+)?(\d{1,9})$/iu

/** Reads 'SN-2023-1541', 'sn 2023 1541', 'KS/2020:248', '2023-1541', 'sn 1541' and '1541'; null when it is no number. */
export function readNumber(asked: string): NumberAsked | null {
  const [, prefix, year, n] = written.exec(asked.trim()) ?? []
  if (n === undefined || Number(n) > 2_147_483_647) return null
  return {
    prefix: prefix?.toUpperCase() ?? null,
    year: year === undefined ? null : Number(year),
    n: Number(n),
    isWhole: prefix !== undefined && year !== undefined,
  }
}
