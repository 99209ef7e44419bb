/** Comments on the documents beside the answer: where each stands now, also in another version of the document. Pure. */

import type { Anchor, DocumentComment } from '../../commenting/index.ts'
import { paragraphsOf, type DeskDocument, type Part } from './document.ts'

/** A page or section of a document. */
export type Spot = { readonly document: DeskDocument; readonly part: Omit<Part, 'text'> }

/**
 * 'here': it stands at `spot`. Else it is shown all the same: 'gone', its words stand no more in the new version; 'unread', nobody
 * has read the text of the new version; 'away', the document is no longer among those one reads.
 */
export type Standing = 'here' | 'gone' | 'unread' | 'away'

export type PlacedComment = DocumentComment & {
  readonly standing: Standing
  readonly spot: Spot | null
  /** It was made on a version before this. */
  readonly isOfEarlier: boolean
  /** Where the words that are quoted stand in documents that came later, as a correction does. */
  readonly also: readonly Spot[]
}

/** A document with its text; no text where nobody has read it. */
export type ReadDocument = { readonly document: DeskDocument; readonly parts: readonly Part[] }

/** Letters for words to be found again by, in a part that has been read. */
const mostFirst = 200

/** Words as one line, whatever lines they were broken on. */
export function flat(words: string): string {
  return paragraphsOf(words.normalize('NFC')).join(' ').replaceAll(/\s+/g, ' ').trim()
}

/** A part in one line: its heading belongs to it. */
function flatPart({ heading, text }: Part): string {
  return flat(heading === null ? text : `${heading}\n\n${text}`)
}

/** Whether words that somebody quotes stand in a part. */
export function hasWords(part: Part, words: string): boolean {
  return flatPart(part).includes(flat(words))
}

/** What a comment on a whole part is found again by: its first words, no word cut. */
export function firstWords(part: Part): string {
  const whole = flat(part.text)
  if (whole.length <= mostFirst) return whole
  const cut = whole.lastIndexOf(' ', mostFirst)
  return whole.slice(0, cut > 0 ? cut : mostFirst)
}

/** The part of another version in which the words stand: the nearest, where several have them; else the one under the same heading. */
function partAgain(parts: readonly Part[], { quote, anchor }: Pick<DocumentComment, 'quote' | 'anchor'>): Part | null {
  const near = (a: Part, b: Part) => Math.abs(a.number - anchor.part) - Math.abs(b.number - anchor.part)
  const withWords = anchor.words === '' ? [] : parts.filter((part) => hasWords(part, anchor.words)).toSorted(near)
  const underHeading = (part: Part) => quote === null && anchor.heading !== null && part.heading === anchor.heading
  return withWords[0] ?? parts.find(underHeading) ?? null
}

/** Which of the documents a comment is about, and whether the version is another. */
export function documentOf(
  documents: readonly DeskDocument[],
  { sha256 }: Pick<Anchor, 'sha256'>,
): { readonly document: DeskDocument; readonly isOfEarlier: boolean } | null {
  const same = documents.find((one) => one.sha256 === sha256)
  if (same !== undefined) return { document: same, isOfEarlier: false }
  const later = documents.find(({ earlier }) => earlier.includes(sha256))
  return later === undefined ? null : { document: later, isOfEarlier: true }
}

/** Where a comment stands among the documents as they are now. */
export function placed(comment: DocumentComment, documents: readonly ReadDocument[]): PlacedComment {
  const { anchor } = comment
  const home = documentOf(
    documents.map(({ document }) => document),
    anchor,
  )
  if (home === null)
    return { ...comment, standing: 'away', spot: null, isOfEarlier: false, also: alsoIn(comment, documents) }
  const { document, isOfEarlier } = home
  const also = alsoIn(comment, documents, document)
  if (!isOfEarlier)
    return { ...comment, standing: 'here', spot: { document, part: numbered(anchor) }, isOfEarlier, also }
  if (document.reading !== 'read') return { ...comment, standing: 'unread', spot: null, isOfEarlier, also }
  const part = partAgain(documents.find((one) => one.document === document)?.parts ?? [], comment)
  const spot = part === null ? null : { document, part: { number: part.number, heading: part.heading } }
  return { ...comment, standing: spot === null ? 'gone' : 'here', spot, isOfEarlier, also }
}

const numbered = ({ part, heading }: Anchor): Spot['part'] => ({ number: part, heading })

/** So many letters say that it is the same passage, not the same turn of phrase. */
const fewest = 20

function alsoIn({ quote, anchor }: DocumentComment, all: readonly ReadDocument[], home?: DeskDocument): Spot[] {
  if (quote === null || flat(quote).length < fewest) return []
  return all
    .filter(({ document }) => document !== home && (home === undefined || document.seq > home.seq))
    .flatMap(({ document, parts }) => {
      const part = partAgain(parts, { quote, anchor })
      return part === null ? [] : [{ document, part: { number: part.number, heading: part.heading } }]
    })
}

/** The comments that stand in a part of a document, made there or on what came before it. */
export function commentsAt(comments: readonly PlacedComment[], { document, part }: Spot): PlacedComment[] {
  const isThere = (spot: Spot | null) => spot?.document.fileId === document.fileId && spot.part.number === part.number
  return comments.filter(({ spot, also }) => isThere(spot) || also.some(isThere))
}

export type Section = { readonly spot: Spot; readonly comments: readonly PlacedComment[] }
export type InDocument = { readonly document: DeskDocument; readonly sections: readonly Section[] }

/** Section by section (per avsnitt), in the order of the documents and of their parts. */
export function bySection(comments: readonly PlacedComment[], documents: readonly DeskDocument[]): InDocument[] {
  return documents.flatMap((document) => {
    const here = comments.flatMap((comment) =>
      comment.spot?.document.fileId === document.fileId ? [{ comment, spot: comment.spot }] : [],
    )
    const numbers = [...new Set(here.map(({ spot }) => spot.part.number))].toSorted((a, b) => a - b)
    const sections = numbers.flatMap((number) => {
      const inPart = here.filter(({ spot }) => spot.part.number === number)
      const [first] = inPart
      return first === undefined ? [] : [{ spot: first.spot, comments: inPart.map(({ comment }) => comment) }]
    })
    return sections.length === 0 ? [] : [{ document, sections }]
  })
}
