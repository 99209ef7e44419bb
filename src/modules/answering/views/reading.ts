/** A file in passages, each with its place in the answer: what the registrar, or the holder of the link, looks over before it is taken. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  disclosure,
  field,
  hiddenFields,
  linkButton,
  notice,
  pageHead,
  reasons,
  rejectionOf,
  section,
  select,
  textArea,
  type Choice,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  coverageOf,
  cutsOf,
  nextPart,
  obstaclesToTaking,
  standingKey,
  type Asked,
  type Coverage,
  type Passage,
  type Standing,
} from '../model.ts'
import type { Reading } from '../queries.ts'
import { text } from '../text.ts'

export type ReadingProps = {
  readonly asked: Asked
  readonly reading: Reading
  readonly passages: readonly Passage[]
  /** Where it is done: the places are sent here, and taken at '/ta'. */
  readonly path: string
  readonly back: { readonly href: string; readonly label: string }
  readonly takeLabel: string
  /** Fields for the whole of the answer and the files beside it, where the page asks for them. */
  readonly whole: Html
  readonly rejected: Rejected | undefined
}

export function readingScreen(props: ReadingProps): Screen {
  const { reading, passages, back } = props
  const t = text.reading
  const isDone = reading.state === 'taken'
  return {
    title: t.title(reading.name),
    section: 'referrals',
    width: passages.some(({ from }) => from === 'scan') ? 'wide' : 'reading',
    body: html`
      ${pageHead({
        title: t.title(reading.name),
        over: html`<a href="${back.href}">${back.label}</a>`,
        lead: t.lead,
        actions: linkButton({ href: `${props.path}/fil`, label: t.open, kind: 'secondary', icon: 'download' }),
      })}
      ${isDone ? notice('success', t.taken) : notice('info', reading.isOwnForm ? t.ownForm : t.otherForm)}
      ${section({ title: t.coverage, body: coverageLine(coverageOf(passages)) })}
      ${isDone ? html`<ol>${passages.map(shownPassage)}</ol>` : placingForm(props)}
    `,
  }
}

/** "42 stycken: 30 i frågorna, 3 utanför frågorna, 1 åt sidan, 8 formulärets egna ord, 0 utan plats". */
function coverageLine({ all, inAnswer, outside, aside, form, unplaced }: Coverage): Html {
  const t = text.reading
  const counts = [
    `${inAnswer} ${t.inAnswer}`,
    `${outside} ${t.outside}`,
    `${aside} ${t.aside}`,
    `${form} ${t.form}`,
    `${unplaced} ${t.unplaced}`,
  ]
  return html`<p data-coverage>${t.count(all)}: ${counts.join(', ')}.</p>`
}

function placingForm(props: ReadingProps): Html {
  const { passages, path, takeLabel, reading } = props
  const t = text.reading
  const doors = [path, `${path}/ta`, `${path}/dela`, `${path}/satt-ihop`]
  const rejected = doors.map((door) => rejectionOf(props.rejected, door)).find((one) => one !== undefined)
  const obstacles = rejected === undefined ? obstaclesToTaking(passages) : []
  const at = (each: Passage) => onePassage(each, { ...props, rejected })
  const isOwn = ({ standing }: Passage) => standing?.part === 'form'
  const own = passages.filter(isOwn)
  return html`<form class="k-form" method="post" action="${path}/ta">
    ${saveByEnter(path)} ${hiddenFields({ seen: String(reading.partings) })}
    ${obstacles.length > 0 && reasons(obstacles)}
    ${passages.filter((each) => !isOwn(each)).map(at)}
    ${own.length > 0 && disclosure({ summary: t.own(own.length), body: html`${own.map(at)}` })}
    ${props.whole}
    <div class="k-actions">
      ${button({ label: takeLabel })}
      ${button({ label: t.save, kind: 'secondary', formAction: path, noValidate: true })}
    </div>
  </form>`
}

/** The first button of a form is what Enter in a field presses: it saves, and neither parts nor registers anything. */
function saveByEnter(path: string): Html {
  return html`<button type="submit" class="k-hidden" tabindex="-1" formaction="${path}" formnovalidate>${text.reading.save}</button>`
}

type Drawn = Pick<ReadingProps, 'asked' | 'rejected' | 'passages' | 'path'>

const nameOf = (passage: Passage) => (part: string) => `places.${passage.position}.${part}`

function onePassage(passage: Passage, drawn: Drawn): Html {
  const { position, ordinal, standing } = passage
  const name = nameOf(passage)
  return html`<article class="k-file-passage" aria-label="${text.reading.passage(ordinal + 1)}"${standing === null && html` data-unplaced`}>
    <p class="k-quiet">${aboutPassage(passage)}</p>
    ${wordsOf(passage, drawn)} ${hiddenFields({ [name('position')]: String(position) })}
    ${select({
      name: name('to'),
      label: text.reading.place,
      choices: choicesFor(passage, drawn.asked),
      value: standingKey(standing),
      empty: text.reading.none,
      required: false,
      width: 'l',
      rejected: drawn.rejected,
    })}
    ${reasonField(passage, drawn)} ${cutting(passage, drawn)} ${joining(passage, drawn)}
  </article>`
}

/** The words as they stand in the file; of a scanned page, a place to write them beside its picture. */
function wordsOf(passage: Passage, drawn: Drawn): Html {
  const { scanText: label, scanHelp: help } = text.reading
  if (passage.from !== 'scan') return html`<p class="k-file-words">${passage.text}</p>`
  const name = nameOf(passage)('text')
  const { rejected } = drawn
  const written = textArea({ name, label, help, value: passage.text, rows: 12, required: false, rejected })
  return html`<div class="k-scan">${pictureOf(passage, drawn)}<div>${written}</div></div>`
}

/** Once for each page, however many passages are written of it. */
function pictureOf({ page, position }: Passage, { passages, path }: Drawn): Html {
  const first = passages.find((one) => one.page === page && one.from === 'scan')
  if (page === null || first?.position !== position) return html``
  return html`<a class="k-scan-page" href="${path}/fil#page=${page}" title="${text.reading.openAt(page)}">
    <img src="${path}/sida/${page}" alt="${text.reading.picture(page)}" loading="lazy" />
  </a>`
}

/** Where the passage can be made two, each place by the words before it. */
function cutting(passage: Passage, { path }: Drawn): Html {
  const t = text.reading
  const cuts = cutsOf(passage)
  if (cuts.length === 0) return html``
  const buttons = cuts.map((at) => {
    const label = t.partAfter(wordsBefore(passage.text, at))
    const value = `${passage.position}.${at}`
    return button({
      label,
      name: 'cut',
      value,
      formAction: `${path}/dela`,
      kind: 'tertiary',
      small: true,
      noValidate: true,
    })
  })
  return disclosure({
    summary: t.part,
    body: html`<p>${t.partHelp} ${passage.from === 'scan' && t.partScanHelp}</p>
      <ul class="k-plain-list">${buttons.map((one) => html`<li>${one}</li>`)}</ul>`,
  })
}

/** Where the next is a part of the same passage. */
function joining(passage: Passage, { path, passages }: Drawn): Html {
  if (nextPart(passages, passage) === undefined) return html``
  const at = { name: 'join', value: String(passage.position), formAction: `${path}/satt-ihop` }
  return html`<p>${button({ label: text.reading.rejoin, ...at, kind: 'tertiary', small: true, noValidate: true })}</p>`
}

const fewWords = 6
/** Letters that hold so many words: a long text is not gone through anew for each place. */
const near = 200

function wordsBefore(words: string, at: number): string {
  const before = words.slice(0, at).trim()
  const all = before.slice(-near).split(/\s+/u)
  return `${all.length > fewWords || before.length > near ? '… ' : ''}${all.slice(-fewWords).join(' ')}`
}

/** Where it may be asked for: a passage that has its place needs none. */
function reasonField(passage: Passage, { rejected }: Drawn): Html {
  const name = nameOf(passage)
  const isAside = passage.standing?.part === 'aside' || rejected?.values[name('to')] === 'aside'
  if (passage.standing !== null && !isAside) return html``
  const about = { label: text.reading.reason, value: passage.reason, width: 'full', maxLength: 500 } as const
  return field({ name: name('reason'), ...about, required: false, rejected })
}

/** "Stycke 7 · sida 2 · funnet i fältet". */
function aboutPassage({ ordinal, page, from, foundBy }: Passage): string {
  const t = text.reading
  return [
    t.passage(ordinal + 1),
    page === null ? '' : t.page(page),
    t.from[from],
    foundBy === null ? '' : t.found[foundBy],
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function shownPassage(passage: Passage): Html {
  return html`<li><p class="k-file-words">${passage.text}</p><p class="k-quiet">${aboutPassage(passage)}${passage.reason !== null && html` · ${passage.reason}`}</p></li>`
}

function choicesFor(passage: Passage, { questions }: Asked): Choice[] {
  const t = text.reading
  const own = ownChoice(passage, questions)
  return [
    ...(own === null ? [] : [own]),
    ...questions.flatMap(({ id, number, kind }) => [
      { value: standingKey({ part: 'question', field: 'text', questionId: id }), label: t.question(number) },
      ...(kind === 'processes' && passage.cells !== null
        ? [
            {
              value: standingKey({ part: 'question', field: 'processes', questionId: id }),
              label: t.questionField(number, t.fields.processes),
            },
          ]
        : []),
    ]),
    { value: 'outside', label: t.placeOutside },
    { value: 'aside', label: t.placeAside },
    { value: 'form', label: t.placeForm },
  ].filter((choice, at, all) => all.findIndex(({ value }) => value === choice.value) === at)
}

/** The field where it was found, which no other passage is offered. */
function ownChoice({ standing }: Passage, questions: Asked['questions']): Choice | null {
  if (standing === null) return null
  const label = labelOf(standing, questions)
  return label === null ? null : { value: standingKey(standing), label }
}

function labelOf(standing: NonNullable<Standing>, questions: Asked['questions']): string | null {
  const t = text.reading
  if (standing.part === 'whole') return t.wholeFields[standing.field]
  if (standing.part !== 'question' || standing.field === 'text') return null
  const number = questions.find(({ id }) => id === standing.questionId)?.number ?? 0
  return t.questionField(number, t.fields[standing.field])
}
