import { attribute, html, raw, type Html } from '../html.ts'
import { toHtml } from '../rich-text.ts'
import { speaking } from '../words.ts'
import {
  placed,
  type Block,
  type Cell,
  type Paper,
  type Person,
  type Placed,
  type Sender,
  type Table,
} from './paper.ts'
import { printable } from './printable.ts'
import { text as say } from './text.ts'

/**
 * The paper as part of a page: an `article` whose headings begin at h1, or at `heading` where the page has its own h1.
 */
export function paperHtml(paper: Paper, { heading = 1 }: { readonly heading?: number } = {}): Html {
  const clean = printable(paper)
  return speaking(clean.language, () => {
    const blocks = placed(clean.blocks).map((one) => draw({ ...one, level: one.level + heading - 1 }))
    return html`<article class="paper" lang="${clean.language}">
      ${head(clean)}
      <h${heading} class="paper-title">${clean.title}</h${heading}>
      ${blocks} ${clean.footer.length > 0 && html`<footer class="paper-footer">${lines(clean.footer)}</footer>`}
    </article>`
  })
}

function lines(all: readonly string[]): Html {
  return html`${all.map((line, index) => html`${index > 0 && raw('<br>')}${line}`)}`
}

function head(paper: Paper): Html {
  return html`<header class="paper-head">
    <div class="paper-sender">
      ${logo(paper.sender)}
      <p class="paper-organisation">${paper.sender.organisation}</p>
      ${paper.sender.unit && html`<p class="paper-unit">${paper.sender.unit}</p>`}
    </div>
    <div class="paper-kind">
      <p>${paper.kind} ${paper.isDraft && html`<strong class="paper-draft">${say.draft}</strong>`}</p>
      ${paper.reference && html`<p class="paper-reference">${say.reference} ${paper.reference}</p>`}
    </div>
    ${
      paper.head.length > 0 &&
      html`<dl class="paper-fields">
        ${paper.head.map(
          (field) =>
            html`<div>
              <dt>${field.label}</dt>
              <dd>${lines(field.lines)}</dd>
            </div>`,
        )}
      </dl>`
    }
  </header>`
}

/** As an image, where a script inside it cannot run. */
function logo(sender: Sender): Html | false {
  if (sender.logo === undefined) return false
  const { logo: picture } = sender
  const [type, data] =
    picture.format === 'svg' ? ['svg+xml', Buffer.from(picture.markup).toString('base64')] : ['png', picture.base64]
  return html`<img class="paper-logo" alt="" src="data:image/${type};base64,${data}" />`
}

type Drawn<T extends Block['type']> = (block: Extract<Block, { type: T }>, level: number) => Html
const drawings: { readonly [T in Block['type']]: Drawn<T> } = {
  heading: (block, level) => html`<h${Math.min(level, 6)}>${block.text}</h${Math.min(level, 6)}>`,
  text: (block, level) => toHtml(block.text, { heading: level }),
  paragraph: (block) => html`<p>${block.text}</p>`,
  list: (block) => {
    const tag = raw(block.ordered ? 'ol' : 'ul')
    return html`<${tag}>${block.items.map((item) => html`<li>${item}</li>`)}</${tag}>`
  },
  facts: (block) =>
    html`<dl class="paper-facts">
      ${block.rows.map((row) => html`<dt>${row.label}</dt> <dd>${row.value}</dd>`)}
    </dl>`,
  table: matrix,
  quote: (block, level) =>
    html`<figure class="paper-quote">
      <blockquote>${toHtml(block.text, { heading: level })}</blockquote>
      <figcaption>${block.source}</figcaption>
    </figure>`,
  signatures: (block) => html`<ul class="paper-signatures">${block.people.map(person)}</ul>`,
}

function draw({ block, level }: Placed): Html {
  // The table above pairs each type with its own drawing; TypeScript does not follow that through an index.
  const drawing = drawings[block.type] as (block: Block, level: number) => Html
  return drawing(block, level)
}

/** Scrolls sideways by itself, and then must be reachable with the keyboard. */
function matrix(table: Table, level: number): Html {
  return html`<div class="paper-table" role="region" tabindex="0" ${attribute('aria-label', table.caption)}>
    <table>
      <caption>${table.caption}</caption>
      <thead>
        <tr>${table.columns.map((column) => html`<th scope="col">${column.head}</th>`)}</tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => (at === 0 ? html`<th scope="row">${inside(cell, level)}</th>` : html`<td>${inside(cell, level)}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function inside(cell: Cell, level: number): Html {
  return typeof cell === 'string' ? html`${cell}` : toHtml(cell.text, { heading: level })
}

function person({ name, role, note }: Person): Html {
  return html`<li>
    <strong>${name}</strong><br />${role}${note && html`<br /><span class="paper-note">${note}</span>`}
  </li>`
}
