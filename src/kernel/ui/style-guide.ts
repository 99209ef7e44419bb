/** Every component in every state, for ourselves. The words here are samples, not part of the system. */

import { html, type Html } from '../html.ts'
import { button, linkButton, primaryForm } from './buttons.ts'
import {
  columns,
  demoMark,
  disclosure,
  emptyState,
  facts,
  notice,
  paperFrame,
  progress,
  section,
  why,
} from './content.ts'
import { dateOnly, dateText, dateTimeText } from './dates.ts'
import { reasons } from './reasons.ts'
import type { Screen } from './screen.ts'
import { status, statusKinds, statusTag } from './status.ts'
import { formSample, wrongFormSample } from './style-guide-forms.ts'
import { table } from './table.ts'
import { chips, pageHead, steps, tabs } from './wayfinding.ts'

const today = '2023-11-15'

export function styleGuide(): Screen {
  return {
    title: 'Stilguide',
    section: 'cases',
    body: html`${head()} ${way()} ${sections()} ${columns(mainColumn(), asideColumn())} ${answers()} ${matrix()}
    ${section({ title: 'Formulär', body: formSample() })} ${section({ title: 'Formulär som kom tillbaka', body: wrongFormSample() })}
    ${paperFrame(paper())}`,
  }
}

function head(): Html {
  return pageHead({
    number: 'SN-2023-1541',
    over: html`Servicenämnden ${demoMark()}`,
    status: statusTag('now', 'utkast skrivs'),
    title: 'Remiss: Långsiktigt och strategiskt områdeslyft',
    actions: html`${linkButton({ label: 'Skriv ut', href: '#', kind: 'secondary', icon: 'print' })}${button({ label: 'Skicka för godkännande' })}`,
  })
}

function way(): Html {
  return steps([
    { label: 'Inkom', state: 'done', date: '2023-10-10', href: '#' },
    { label: 'Fördelat', state: 'done', date: '2023-10-11' },
    { label: 'Utkast', state: 'now', note: 'senast 17 nov' },
    { label: 'Godkänt', state: 'planned', date: '2023-11-20' },
    { label: 'Beredning', state: 'planned', date: '2023-11-28' },
    { label: 'Arbetsutskott', state: 'planned', date: '2023-12-07' },
    { label: 'Nämnd', state: 'planned', date: '2023-12-19' },
    { label: 'Justerat', state: 'planned' },
    { label: 'Skickat', state: 'planned', date: '2023-12-22' },
  ])
}

function sections(): Html {
  return tabs([
    { label: 'Översikt', href: '#', current: true },
    { label: 'Handlingar', href: '#', current: false, count: 6 },
    { label: 'Tjänsteskrivelse', href: '#', current: false },
    { label: 'Yttrande', href: '#', current: false, count: '3/4' },
    { label: 'Beslut', href: '#', current: false },
    { label: 'Historik', href: '#', current: false },
  ])
}

function mainColumn(): Html {
  return html`${section({
    title: 'Lägen',
    body: html`<p class="k-actions">${statusKinds.map((kind) => status(kind))}</p>
    <p class="k-actions">${statusKinds.map((kind) => statusTag(kind))}</p>`,
  })}
  ${section({ title: 'Knappar', body: buttons() })}
  ${section({ title: 'Att veta', body: notices() })}
  ${section({
    title: 'När inget finns',
    body: emptyState({
      title: 'Inga handlingar än',
      text: 'Det som kommer in eller skickas i ärendet syns här i den ordning det registrerades.',
      action: linkButton({ label: 'Registrera en handling', href: '#', kind: 'secondary' }),
    }),
  })}
  ${section({ title: 'Hur långt', body: progress({ label: 'Passager med plats i sammanställningen', done: 309, total: 412 }) })}`
}

function buttons(): Html {
  return html`<p class="k-actions">
      ${button({ label: 'Primär' })}${button({ label: 'Sekundär', kind: 'secondary' })}${button({ label: 'Tredje', kind: 'tertiary' })}${button(
        {
          label: 'Ta bort utkastet',
          kind: 'danger',
          icon: 'trash',
          confirm: 'Ska utkastet tas bort? Det går inte att få tillbaka.',
        },
      )}${button({ label: 'Liten', kind: 'secondary', small: true })}
    </p>
    ${primaryForm({ action: '/stilguide', label: 'Skicka remissen', obstacles: ['Det finns inget beslut om att remittera.', 'Remissen har inga remissinstanser.'] })}
    ${reasons([])}`
}

function notices(): Html {
  return html`${notice('info', html`<p>Förslaget är remitterat utan eget ställningstagande.</p>`)}
  ${notice('success', html`<p>Yttrandet är skickat till kommunstyrelsen.</p>`)}
  ${notice('warning', html`<p>Nämnden beslutar 19 december, men svaret ska vara inne den 15.</p>`)}
  ${notice('danger', html`<p>Beslutet namnger en instans som inte finns: <strong>Servicekommittén</strong>.</p>`)}`
}

function asideColumn(): Html {
  return html`${facts([
    {
      term: 'Sista svarsdag',
      value: dateText('2023-12-29', today, { source: 'satt av kommunstyrelsens arbetsutskott § 430' }),
    },
    { term: 'Inkom', value: dateText('2023-10-10', today) },
    { term: 'Upprättad', value: dateOnly('2023-11-15') },
    { term: 'Senast ändrad', value: dateTimeText('2023-11-15T09:42:00Z') },
    { term: 'Avsändarens ärende', value: html`<a href="#">STK-2023-1234</a>` },
    { term: 'Handläggare', value: 'Elin Sand' },
    { term: 'Sekretess', value: null },
  ])}
  ${why({ law: '5 kap. 1 § offentlighets- och sekretesslagen', text: 'En handling som kommer in ska registreras så snart den har kommit in, så att alla kan se att den finns.' })}
  ${disclosure({ summary: 'Tidigare yttranden i samma fråga', body: html`<p>SN-2019-204, yttrande över program för boendeinflytande.</p>` })}`
}

function answers(): Html {
  const rows = [
    ['Servicenämnden', 'SN-2023-1541', status('now', 'godkänt utkast'), '2023-12-22', 3, undefined],
    ['Grundskolenämnden', 'GRN-2023-877', status('late', 'efter svarsdag'), '2024-01-04', 4, 'late'],
    ['Tekniska nämnden', 'TN-2023-2210', status('done', 'svar, tillstyrker'), '2023-11-21', 4, undefined],
    ['Funktionsstödsnämnden', 'FSN-2023-610', status('returned', 'återsänt'), '2023-12-20', 2, undefined],
    ['MKB Fastighets AB', 'via länk', status('planned', 'ej öppnad'), '2023-12-29', 0, 'quiet'],
  ] as const
  return section({
    title: 'Svar',
    count: 26,
    body: html`${chips([
      { label: 'Alla', href: '#', current: true, count: 26 },
      { label: 'På väg', href: '#', current: false, count: 12 },
      { label: 'Försenade', href: '#', current: false, count: 1 },
      { label: 'Behöver mig', href: '#', current: false },
    ])}
    ${table({
      caption: 'Svar på remissen',
      columns: [
        { key: 'body', head: 'Instans' },
        { key: 'number', head: 'Ärende' },
        { key: 'status', head: 'Läge' },
        { key: 'expected', head: 'Väntas' },
        { key: 'answered', head: 'Frågor', numeric: true, hideOnPhone: true },
      ],
      rows: rows.map(([body, number, state, expected, answered, tone], index) => ({
        href: `#rad-${index}`,
        cells: { body, number, status: state, expected: dateText(expected, today), answered },
        ...(tone !== undefined && { tone }),
      })),
      empty: html``,
      more: '#',
      csv: '/stilguide.csv',
    })}`,
  })
}

function matrix(): Html {
  return section({
    title: 'Matris',
    body: table({
      caption: 'Svar per fråga',
      scrolls: true,
      columns: ['Instans', 'Pågående', 'Områden', 'Samordning', 'Vem', 'Utanför'].map((name) => ({
        key: name,
        head: name,
      })),
      rows: ['Servicenämnden', 'Grundskolenämnden', 'Kulturnämnden'].map((name) => ({
        cells: {
          Instans: name,
          Pågående: '6 processer',
          Områden: 'Holma, Lindängen',
          Samordning: status('done', 'tillstyrker'),
          Vem: 'Kommunstyrelsen',
          Utanför: '2',
        },
      })),
      empty: html``,
    }),
  })
}

function paper(): Html {
  return html`<article class="paper" lang="sv">
    <header class="paper-head"><p><strong>Servicenämnden</strong></p><p>Tjänsteskrivelse · 2023-11-15 · SN-2023-1541</p></header>
    <h2>Remiss: Långsiktigt och strategiskt områdeslyft</h2>
    <h3>Sammanfattning</h3>
    <p>Förvaltningen föreslår att nämnden lämnar yttrandet som sitt eget och skickar det till kommunstyrelsen.</p>
    <h3>Förslag till beslut</h3>
    <ol><li>Servicenämnden antar yttrandet.</li><li>Yttrandet skickas till kommunstyrelsen.</li></ol>
  </article>`
}
