/** Personal identity numbers and co-ordination numbers in a text, by their day and their last digit. Pure. */

/** With any dash, a plus, spaces or nothing between the day and the last four. */
const numbers = /(?<!\d)(?:(?:18|19|20)?(\d{2}[\p{Pd} ]?\d{2}[\p{Pd} ]?\d{2}))\s?[\p{Pd}+−]?\s?(\d{4})(?!\d)/gu

/** E-06: a personal identity number or co-ordination number with a right last digit never goes on the board. */
export function holdsPersonalNumber(words: string): boolean {
  return [...words.matchAll(numbers)].some(([, day = '', last = '']) => {
    const digits = day.replaceAll(/\D/g, '')
    return isDay(digits) && hasRightEnd(digits + last)
  })
}

/** Months 1–12 and days 1–31, or 61–91 in a co-ordination number. */
function isDay(digits: string): boolean {
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))]
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91))
}

function hasRightEnd(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
