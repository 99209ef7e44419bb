/** Two invented papers that the tests, and a person who wants to see what they look like, can make. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { richText, type RichText } from '../rich-text.ts'
import type { Block, Paper } from './paper.ts'

const said = (text: string): RichText => richText.parse(text)

const crest = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><path d="M4 4h52v30c0 14-12 20-26 24C16 54 4 48 4 34z" fill="#1f3d5c"/><path d="M14 34l10-16 6 9 6-9 10 16z" fill="#fff"/><circle cx="88" cy="30" r="22" fill="#1f3d5c"/><path d="M76 30h24M88 18v24" stroke="#fff" stroke-width="4"/></svg>`

const linked = richText.parse({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Pågående processer i förvaltningen' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Förvaltningen driver redan tre arbeten som rör områdeslyftet: ' },
        { type: 'text', text: 'trygga lokaler', marks: [{ type: 'strong' }] },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'öppna skolgårdar', marks: [{ type: 'em' }] },
        { type: 'text', text: ' och matlagning som mötesplats. En sammanställning finns på ' },
        {
          type: 'text',
          text: 'stadens webbplats',
          marks: [{ type: 'link', attrs: { href: 'https://www.example.se/omradeslyft' } }],
        },
        { type: 'text', text: '.' },
      ],
    },
    {
      type: 'bullet_list',
      content: ['Städning och tillsyn av gemensamma lokaler', 'Arbetsmarknadsplatser för unga, 40 om året'].map(
        (text) => ({
          type: 'list_item',
          content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        }),
      ),
    },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Ekonomi' }] },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'Arbetet ryms inom beslutad ram för 2024. Från 2025 bedöms kostnaden till 4,2 miljoner kronor om året, varav hälften är personal.',
        },
      ],
    },
  ],
})

const paragraphs = [
  'Kommunfullmäktige gav i budgeten för 2023 kommunstyrelsen i uppdrag att, tillsammans med berörda nämnder och bolag, definiera och starta ett långsiktigt områdeslyft. Stadskontoret har tagit fram ett förslag till hur staden organiserar arbetet, och kommunstyrelsens arbetsutskott har utan eget ställningstagande skickat förslaget på remiss.',
  'Nämnden är positiv till förslaget men anser att samordningen behöver ligga nära dem som möter invånarna. Nämnden föreslår därför att ansvaret delas mellan en styrande nämnd och de nämnder som har verksamhet i områdena.',
]

const memoBlocks: Block[] = [
  { type: 'heading', level: 1, text: 'Sammanfattning' },
  ...paragraphs.map((text) => ({ type: 'paragraph', text }) as const),
  { type: 'heading', level: 1, text: 'Förslag till beslut' },
  {
    type: 'list',
    ordered: true,
    items: [
      'Servicenämnden antar förvaltningens förslag till yttrande över remissen om ett områdeslyft som nämndens eget och skickar det till kommunstyrelsen.',
      'Paragrafen förklaras omedelbart justerad.',
    ],
  },
  { type: 'heading', level: 1, text: 'Beslutsunderlag' },
  {
    type: 'list',
    ordered: false,
    items: [
      'Remissbrev från kommunstyrelsens arbetsutskott, 2 oktober 2023 § 430',
      'Förslag till yttrande, 15 november 2023',
      'Denna tjänsteskrivelse, 15 november 2023',
    ],
  },
  { type: 'heading', level: 1, text: 'Ärendet' },
  { type: 'text', text: linked },
  {
    type: 'quote',
    text: said('Det som byggs upp på ett år rivs på en månad om ingen har ansvar för att det finns kvar.'),
    source: 'Boende i dialogmöte den 4 september 2023',
  },
  {
    type: 'table',
    caption: 'Lokaler som berörs 2024',
    columns: [{ head: 'Område', width: 2 }, { head: 'Lokaler' }, { head: 'Öppettimmar per vecka', width: 2 }],
    rows: [
      ['Norra Ängen', '4', '52'],
      ['Lugnet', '2', '31'],
      ['Holmastaden', '3', '44'],
    ],
  },
  { type: 'heading', level: 1, text: 'Beslutsplanering' },
  {
    type: 'facts',
    rows: [
      { label: 'Ordförandeberedning', value: '2023-11-28' },
      { label: 'Arbetsutskott', value: '2023-12-07' },
      { label: 'Servicenämnden', value: '2023-12-19' },
    ],
  },
  { type: 'heading', level: 1, text: 'Beslutet skickas till' },
  { type: 'paragraph', text: 'Kommunstyrelsen' },
  { type: 'heading', level: 1, text: 'Ansvariga' },
  {
    type: 'signatures',
    people: [
      { name: 'Åsa Örnberg', role: 'Servicedirektör', note: 'Godkänd 2023-11-15' },
      { name: 'Mikael Ek', role: 'Avdelningschef', note: 'Godkänd 2023-11-14 av ersättaren Lena Dahl' },
    ],
  },
]

export const sampleMemo: Paper = {
  kind: 'Tjänsteskrivelse',
  title: 'Yttrande över remiss: Definiera och starta ett långsiktigt och strategiskt områdeslyft',
  language: 'sv',
  sender: {
    organisation: 'Ängelby stad',
    unit: 'Serviceförvaltningen',
    logo: { format: 'svg', markup: crest, width: 120, height: 60, fallback: null },
  },
  reference: 'SN-2023-1541',
  head: [
    { label: 'Datum', lines: ['2023-11-15'] },
    { label: 'Vår referens', lines: ['Ida Lindqvist', 'Planeringssekreterare', 'ida.lindqvist@angelby.example'] },
    { label: 'Till', lines: ['Servicenämnden'] },
  ],
  blocks: memoBlocks,
  isDraft: true,
  footer: ['Serviceförvaltningen · Storgatan 1, 200 00 Ängelby', 'servicenamnden@angelby.example · 040-00 00 00'],
}

const bodies = [
  'Servicenämnden',
  'Tekniska nämnden',
  'Grundskolenämnden',
  'Förskolenämnden',
  'Kulturnämnden',
  'Fritidsnämnden',
  'Miljönämnden',
  'Stadsbyggnadsnämnden',
  'Arbetsmarknads- och socialnämnden',
  'Hälsa-, vård- och omsorgsnämnden',
  'Ängelby bostads AB',
  'Ängelby stads fastigheter AB',
]
const answers = [
  'Vi har pågående arbete i tre områden och ser behov av gemensamma mål och uppföljning.',
  'Nämnden förordar inte fler styrgrupper.\n\n- Använd de som finns\n- Bjud in de boende tidigt',
  'Barnrättsperspektivet bör skrivas in, särskilt för barn i trångboddhet. Nämnden vill också att fritidsgårdarnas öppettider ses över.',
  'Stadsbyggnadsnämnden bör samordna.',
  'Avstår.',
  '–',
]

export const sampleCompilation: Paper = {
  kind: 'Remissammanställning',
  title: 'Sammanställning av remissvar om ett områdeslyft',
  language: 'sv',
  sender: { organisation: 'Ängelby stad', unit: 'Stadskontoret' },
  reference: 'STK-2023-0312',
  head: [
    { label: 'Datum', lines: ['2024-02-09'] },
    { label: 'Vår referens', lines: ['Nils Bergman', 'Planeringssekreterare'] },
  ],
  blocks: [
    {
      type: 'paragraph',
      text: 'Tolv remissinstanser har fått frågorna. Elva har svarat, en har avstått. Varje cell är ordagrant det som instansen har beslutat.',
    },
    { type: 'heading', level: 1, text: 'Svaren fråga för fråga' },
    {
      type: 'table',
      caption: 'Svar per remissinstans',
      landscape: true,
      columns: [
        { head: 'Instans', width: 4 },
        { head: '1. Pågående processer', width: 4 },
        { head: '2. Områden och teman', width: 4 },
        { head: '3. Samordningsstruktur', width: 4 },
        { head: '4. Samordnande nämnd', width: 4 },
        { head: 'Utanför frågorna', width: 4 },
      ],
      rows: bodies.map((body, row) => [
        body,
        ...Array.from({ length: 5 }, (_, column) => ({
          text: said(answers[(row * 5 + column * 7) % answers.length] ?? ''),
        })),
      ]),
    },
    { type: 'heading', level: 1, text: 'Stadskontorets kommentar' },
    { type: 'paragraph', text: paragraphs[1] ?? '' },
  ],
  isDraft: false,
  footer: ['Stadskontoret · Storgatan 1, 200 00 Ängelby'],
}

const packages = {
  pdfinfo: 'poppler-utils',
  pdfimages: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  soffice: 'libreoffice-writer-nogui',
  unzip: 'unzip',
}

/** What another program says about a file. A program that is not there fails the test, and says what to install. */
export function ask(program: keyof typeof packages, ...args: readonly string[]): string {
  const answer = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 100_000_000 })
  if (answer.error)
    throw new Error(`${program} is missing: apt-get install --no-install-recommends ${packages[program]}`)
  if (answer.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${answer.stderr}${answer.stdout}`)
  return answer.stdout
}

/** A folder for the length of the tests. */
export const folder = mkdtempSync(join(tmpdir(), 'papers-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

export function saved(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const unsaid = ['type', 'logo', 'format', 'markup', 'href', 'language', 'unit']

/** Every word that stands in a paper. */
export function wordsIn(paper: Paper): string[] {
  const words: string[] = []
  JSON.stringify(paper, (key, value: unknown) => {
    if (unsaid.includes(key)) return undefined
    if (typeof value === 'string') words.push(...value.split(/\s+/))
    return value
  })
  return [...new Set(words.map(squeezed))]
}

/** Without what a line break may add or take away. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD\u200B\u2010-]+/gu, '')
}

export function memoWith(...blocks: Block[]): Paper {
  return { ...sampleMemo, blocks }
}
