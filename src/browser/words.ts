/** Words in two languages, in the language the page was drawn in. English has every phrase that Swedish has, or it does not compile. */

export function isSwedish(): boolean {
  return !document.documentElement.lang.startsWith('en')
}

export function words<T extends object>(swedish: T, english: NoInfer<T>): T {
  return isSwedish() ? swedish : english
}
