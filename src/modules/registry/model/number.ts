/** Case numbers as people write them. */

/** What was asked for: the number, and the year and prefix where they were written. `isWhole`: all three. */
export type NumberAsked = {
  readonly prefix: string | null
  readonly year: number | null
  readonly n: number
  readonly isWhole: boolean
}

/** Letters may stand against the number ('sn1541'); a prefix with digits in it ('KS1') needs something between. */
const prefixed = String.raw`(?:(?<letters>\p{L}{1,8})[\s\-/:.]*|(?<mixed>\p{L}[\p{L}\d]{0,7})[\s\-/:.]+)?`
const written = new RegExp(
  String.raw`^(?:dnr\.?:?\s*)?${prefixed}(?:(?<year>(?:19|20)\d\d)[\s\-/:.]+)?(?<n>\d{1,9})$`,
  'iu',
)

/** Reads 'SN-2023-1541', 'sn 2023 1541', 'KS1-2015-3', 'KS/2020:248', '2023-1541', 'sn 1541' and '1541'; else null. */
export function readNumber(asked: string): NumberAsked | null {
  const { letters, mixed, year, n } = written.exec(asked.trim())?.groups ?? {}
  if (n === undefined || Number(n) > 2_147_483_647) return null
  const prefix = letters ?? mixed
  return {
    prefix: prefix?.toUpperCase() ?? null,
    year: year === undefined ? null : Number(year),
    n: Number(n),
    isWhole: prefix !== undefined && year !== undefined,
  }
}
