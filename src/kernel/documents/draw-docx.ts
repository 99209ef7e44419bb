import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { speaking } from '../words.ts'
import { beside, blockParts, headingOf, type Lists, type Part } from './docx-blocks.ts'
import { fonts, hairline, muted, numbering, sides, styles, textWidth } from './docx-look.ts'
import { sheetsOf, type Paper, type Sender } from './paper.ts'
import { printable } from './printable.ts'
import { text as say } from './text.ts'

/** In the thread that `paperDocx` asks. */
export async function drawDocx(paper: Paper): Promise<Uint8Array> {
  const clean = printable(paper)
  const document = speaking(clean.language, () => documentOf(clean))
  return Packer.toBuffer(document)
}

function documentOf(paper: Paper): Document {
  const lists: Lists = { count: 0, starts: new Set([1]) }
  const sections = sheetsOf(paper.blocks).map(({ landscape, blocks }, at) => {
    const turn = landscape ? 'landscape' : 'portrait'
    const parts = blocks.flatMap((one) => blockParts(one, lists, textWidth[turn]))
    return section(paper, turn, at === 0 ? [...head(paper), ...parts] : parts)
  })
  return new Document({
    title: paper.title,
    subject: paper.kind,
    creator: paper.sender.organisation,
    lastModifiedBy: paper.sender.organisation,
    ...(paper.reference === null ? {} : { keywords: paper.reference }),
    styles: styles(paper.language),
    numbering: numbering(lists.starts),
    fonts: fonts(),
    sections: sections.map((one, at) =>
      at === 0 ? { ...one, properties: { ...one.properties, titlePage: true } } : one,
    ),
  })
}

type Turn = keyof typeof sides

function section(paper: Paper, turn: Turn, children: readonly Part[]): ISectionOptions {
  const side = sides[turn]
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: 11906,
          height: 16838,
          orientation: turn === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { left: side, right: side, top: 1500, bottom: 1400, header: 700, footer: 600 },
      },
    },
    headers: { default: runningHead(paper, turn), first: new Header({ children: [new Paragraph({})] }) },
    footers: { default: runningFoot(paper, turn), first: runningFoot(paper, turn) },
    children,
  }
}

const toTheRight = (turn: Turn) => [{ type: TabStopType.RIGHT, position: textWidth[turn] }]

function runningHead(paper: Paper, turn: Turn): Header {
  const about = [paper.kind, paper.reference, paper.isDraft ? say.draft : null].filter((part) => part !== null)
  return new Header({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: toTheRight(turn),
        border: { bottom: hairline },
        children: [new TextRun(paper.sender.organisation), new TextRun({ children: [new Tab(), about.join(' · ')] })],
      }),
    ],
  })
}

function runningFoot(paper: Paper, turn: Turn): Footer {
  const [before = '', between = '', after = ''] = say.page('|', '|').split('|')
  const [first = '', ...others] = paper.footer
  const number = [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: toTheRight(turn),
        border: { top: hairline },
        children: [new TextRun(first), new TextRun({ children: number })],
      }),
      ...others.map((text) => new Paragraph({ style: 'Small', text })),
    ],
  })
}

function head(paper: Paper): Part[] {
  const draft = paper.isDraft ? ` · ${say.draft}` : ''
  const about = paper.reference === null ? '' : `${say.reference} ${paper.reference}`
  const row = (left: TextRun, right: TextRun[]) =>
    new Paragraph({
      tabStops: toTheRight('portrait'),
      spacing: { after: 0 },
      children: [left, new TextRun({ children: [new Tab()] }), ...right],
    })
  return [
    ...logo(paper.sender),
    row(new TextRun({ text: paper.sender.organisation, bold: true, size: 24 }), [
      new TextRun({ text: paper.kind + draft, bold: true, size: 24 }),
    ]),
    row(new TextRun({ text: paper.sender.unit ?? '', color: muted }), [new TextRun({ text: about, size: 19 })]),
    new Paragraph({ style: 'Small', border: { bottom: hairline } }),
    ...fields(paper),
    headingOf(1, paper.title),
  ]
}

function fields(paper: Paper): Part[] {
  const columns = Math.min(paper.head.length, 3)
  if (columns === 0) return []
  const cells = paper.head.map(({ label, lines }) => [
    new Paragraph({ style: 'Small', children: [new TextRun({ text: label, bold: true })] }),
    ...lines.map((text) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, size: 18 })] })),
  ])
  const rows = cells.flatMap((_, at) => (at % columns === 0 ? [cells.slice(at, at + columns)] : []))
  const whole = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [new Paragraph({})])])
  const width = Math.floor(textWidth.portrait / columns)
  return [
    beside(
      whole,
      Array.from({ length: columns }, () => width),
    ),
    new Paragraph({ style: 'Small', border: { bottom: hairline } }),
  ]
}

/** What a Word too old for SVG shows: nothing, one pixel large. */
const nothing = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

function logo({ logo: picture, organisation }: Sender): Paragraph[] {
  if (picture === undefined) return []
  const about = {
    transformation: { height: 49, width: Math.round((49 * picture.width) / picture.height) },
    altText: { name: 'logo', title: organisation, description: organisation },
  }
  const image =
    picture.format === 'svg'
      ? new ImageRun({
          type: 'svg',
          data: Buffer.from(picture.markup),
          fallback: {
            type: 'png',
            data: picture.fallback === null ? nothing : Buffer.from(picture.fallback, 'base64'),
          },
          ...about,
        })
      : new ImageRun({ type: 'png', data: Buffer.from(picture.base64, 'base64'), ...about })
  return [new Paragraph({ spacing: { after: 60 }, children: [image] })]
}
