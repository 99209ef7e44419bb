/** Where the documents beside the answer are read. */

import { caseHref, type Case } from '../../registry/index.ts'

export const proposalPath = 'underlag/forslaget'

/** A document, from a page on, with words that are sought; or what is said of the documents. */
export function documentHref(
  theCase: Pick<Case, 'referenceNumber'>,
  about: { fil?: string; sida?: number; ord?: string; visa?: 'kommentarer' },
): string {
  const asked = Object.entries(about).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))
  return `${caseHref(theCase, proposalPath)}?${query.toString()}`
}
