/** What registering many files guesses from their names. Pure. */

export const mostInBatch = 200

const leadingDay = /^(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?=[\s_.-]|$)[\s_.-]*/

/** 'Skrivelse från Anna' of '2023-10-05_skrivelse-från-anna.pdf'. Never empty: a name of signs alone is kept as it is. */
export function titleFrom(fileName: string): string {
  const stem = fileName.replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
  const words = (dayFrom(fileName) === null ? stem : stem.replace(leadingDay, ''))
    .replaceAll(/[_\s]+|(?<=\p{L})-(?=\p{Ll}{2})/gu, ' ')
    .trim()
  const title = words === '' ? fileName : words
  return (title.charAt(0).toLocaleUpperCase('sv') + title.slice(1)).slice(0, 300)
}

/** The ISO day a file's name begins with; null when it begins with none. */
export function dayFrom(fileName: string): string | null {
  const [, year, month, day] = leadingDay.exec(fileName) ?? []
  if (year === undefined) return null
  const iso = `${year}-${month}-${day}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)
  return isDay && Number(year) >= 1900 && Number(year) <= 2200 ? iso : null
}
