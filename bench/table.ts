/** Measuring, and the table that says what was measured. */

export type Line = { readonly what: string; readonly took: string; readonly beside: string }

/** The middle of so many runs, in milliseconds, after one that does not count. */
export async function median(times: number, work: () => Promise<void>): Promise<number> {
  await work()
  const took: number[] = []
  for (let run = 0; run < times; run++) took.push(await timed(work))
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export function milliseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

export function table(lines: readonly Line[]): string {
  const rows = [
    { what: 'What', took: 'Took', beside: 'Beside it' },
    { what: '---', took: '---', beside: '---' },
    ...lines,
  ]
  return rows.map(({ what, took, beside }) => `| ${what} | ${took} | ${beside} |`).join('\n')
}
