import type { Meeting } from './types.ts'

const portal = 'https://motenmedborgarportal.malmo.se/committees/'

type Row = readonly [body: string, slug: string, dates: string]

/** The meetings that the city's own portal shows, one row per body. */
const rows: readonly Row[] = [
  [
    'sn',
    'servicenamnden',
    '2023-02-16 2023-03-28 2023-04-25 2023-05-25 2023-06-20 2023-09-27 2023-11-29 2023-12-19 2024-02-15',
  ],
  ['tn', 'tekniska-namnden', '2023-10-26 2023-11-21 2023-12-14 2024-01-30 2024-02-26 2025-09-29 2025-11-25'],
  ['tn-au', 'tekniska-namndens-arbetsutskott', '2023-02-07 2023-08-15'],
  ['frn', 'fritidsnamnden', '2023-02-28 2023-03-22 2023-05-25 2023-10-26 2023-11-21 2023-12-14'],
  ['kn', 'kulturnamnden', '2023-01-04 2023-02-22 2023-05-24 2023-06-14 2023-10-25 2023-11-29 2023-12-20'],
  ['grn', 'grundskolenamnden', '2023-08-24 2023-09-25 2023-10-25 2023-11-29 2023-12-20 2024-02-21 2024-03-21'],
  ['asn', 'arbetsmarknads-och-socialnamnden', '2023-09-26 2024-02-28 2025-05-23'],
  ['gyvf', 'gymnasie-och-vuxenutbildningsnamnden', '2023-01-27 2023-03-31 2023-09-29 2023-10-27 2023-12-19 2024-01-26'],
  ['hvo', 'halsa-vard-och-omsorgsnamnden', '2023-01-10 2023-03-29 2023-08-30 2023-09-29 2024-02-22 2024-04-24'],
  ['fsn', 'funktionsstodsnamnden', '2023-09-25 2023-11-27 2023-12-18'],
  ['sbn', 'stadsbyggnadsnamnden', '2023-03-30 2023-09-27 2024-02-27 2024-03-21'],
  ['mn', 'miljonamnden', '2023-03-29 2023-10-25 2024-03-21 2024-05-22'],
  ['fskf', 'forskolenamnden', '2023-01-10 2023-03-29 2023-04-26 2023-05-24 2023-10-25 2024-02-21'],
  ['vn', 'valnamnden', '2023-01-24 2023-03-29 2023-05-10 2023-10-31 2024-01-30 2024-05-21'],
  [
    'ks',
    'kommunstyrelsen',
    '2024-03-06 2024-04-10 2024-05-07 2024-06-05 2024-08-14 2025-04-02 2025-08-20 2025-09-10 2025-10-15 2026-01-07',
  ],
  ['kf', 'kommunfullmaktige', '2024-02-29 2024-03-27 2024-04-25 2024-05-23 2025-10-02'],
]

/** Dates that the memo SN-2023-1541 and the boards' pages name: the working committees and the chair's preparation. */
const named: readonly Meeting[] = [
  { body: 'ksau', date: '2023-10-02', isInvented: false, source: 'tjansteskrivelse-SN-2023-1541' },
  { body: 'sn-of', date: '2023-11-28', isInvented: false, source: 'tjansteskrivelse-SN-2023-1541' },
  { body: 'sn-au', date: '2023-12-07', isInvented: false, source: 'tjansteskrivelse-SN-2023-1541' },
  {
    body: 'hvo-au',
    date: '2023-03-21',
    isInvented: false,
    source: `${portal}halsa-vard-och-omsorgsnamnden/mote-2023-03-29`,
  },
  {
    body: 'hvo-au',
    date: '2023-08-22',
    isInvented: false,
    source: `${portal}halsa-vard-och-omsorgsnamnden/mote-2023-08-30`,
  },
  {
    body: 'hvo-au',
    date: '2023-09-19',
    isInvented: false,
    source: `${portal}halsa-vard-och-omsorgsnamnden/mote-2023-09-29`,
  },
  {
    body: 'hvo-au',
    date: '2024-02-13',
    isInvented: false,
    source: `${portal}halsa-vard-och-omsorgsnamnden/mote-2024-02-22`,
  },
  {
    body: 'hvo-au',
    date: '2024-04-16',
    isInvented: false,
    source: `${portal}halsa-vard-och-omsorgsnamnden/mote-2024-04-24`,
  },
]

const fromPortal = ([body, slug, dates]: Row): readonly Meeting[] =>
  dates.split(' ').map((date) => ({ body, date, isInvented: false, source: `${portal}${slug}/mote-${date}` }))

/** Meetings that took place, each with its source. */
export const knownMeetings: readonly Meeting[] = [...rows.flatMap(fromPortal), ...named]
