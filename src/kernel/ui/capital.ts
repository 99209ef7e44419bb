/** The first letter large, as a label, a cell or a heading begins: names of bodies are small in running Swedish. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)
}
