/** Merge fields: words in braces in a standard text, filled in when a paper is made. Pure. */

export const fieldNames = [
  'ärendenummer',
  'rubrik',
  'nämnd',
  'datum',
  'handläggare',
  'handläggarens titel',
  'e-post',
  'sista svarsdag',
  'mottagare',
  'mottagarens ärende',
] as const
export type FieldName = (typeof fieldNames)[number]
export type FieldValues = Readonly<Partial<Record<FieldName, string | null>>>

const field = /\{([^{}\n]{1,60})\}/gu

function isFieldName(name: string): name is FieldName {
  return fieldNames.some((known) => known === name)
}

const nameOf = (written: string) => written.trim().toLocaleLowerCase('sv')

/** Those that there are none of, as they are written. */
export function unknownFields(words: string): string[] {
  return [...words.matchAll(field)].map(([whole]) => whole).filter((whole) => !isFieldName(nameOf(whole.slice(1, -1))))
}

/** The words with their fields filled in. A line whose every field is empty is left out. */
export function merged(words: string, values: FieldValues): string {
  return words
    .split('\n')
    .flatMap((line) => {
      const names = [...line.matchAll(field)].map(([, name = '']) => nameOf(name)).filter(isFieldName)
      const isEmpty = names.length > 0 && names.every((name) => (values[name] ?? '') === '')
      return isEmpty ? [] : [line.replace(field, (whole, name: string) => filled(whole, nameOf(name), values))]
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function filled(whole: string, name: string, values: FieldValues): string {
  return isFieldName(name) ? (values[name] ?? '') : whole
}
