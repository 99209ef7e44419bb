import type { Authority } from './types.ts'

const portal = 'https://motenmedborgarportal.malmo.se/committees/'

const known = (key: string, name: string, prefix: string, source: string): Authority => {
  return { key, name, prefix, numberFormat: 'PREFIX-YYYY-n', prefixIsInvented: false, source }
}

const withInventedPrefix = (key: string, name: string, prefix: string): Authority => {
  return { key, name, prefix, numberFormat: 'PREFIX-YYYY-n', prefixIsInvented: true, source: null }
}

/** One per diary. The council, the executive board, its working committee and the city office share STK. */
export const authorities: readonly Authority[] = [
  known('stk', 'Kommunstyrelsen', 'STK', `${portal}kommunfullmaktige/mote-2024-02-29`),
  known('sn', 'Servicenämnden', 'SN', `${portal}servicenamnden/mote-2023-12-19`),
  known('tn', 'Tekniska nämnden', 'TN', `${portal}tekniska-namnden/mote-2024-01-30`),
  known('sbn', 'Stadsbyggnadsnämnden', 'SBN', `${portal}stadsbyggnadsnamnden/mote-2024-02-27`),
  known('mn', 'Miljönämnden', 'MN', `${portal}miljonamnden/mote-2022-08-23`),
  known('kn', 'Kulturnämnden', 'KN', `${portal}kulturnamnden/mote-2022-10-20`),
  withInventedPrefix('frn', 'Fritidsnämnden', 'FRN'),
  known('fskf', 'Förskolenämnden', 'FSKF', `${portal}forskolenamnden/mote-2023-10-25`),
  withInventedPrefix('grn', 'Grundskolenämnden', 'GRF'),
  known(
    'gyvf',
    'Gymnasie- och vuxenutbildningsnämnden',
    'GYVF',
    `${portal}gymnasie-och-vuxenutbildningsnamnden/mote-2023-01-27`,
  ),
  known('asn', 'Arbetsmarknads- och socialnämnden', 'ASN', `${portal}arbetsmarknads-och-socialnamnden/mote-2020-03-26`),
  known('fsn', 'Funktionsstödsnämnden', 'FSN', `${portal}funktionsstodsnamnden/mote-2023-09-25`),
  known('hvo', 'Hälsa-, vård- och omsorgsnämnden', 'HVO', `${portal}halsa-vard-och-omsorgsnamnden/mote-2024-02-22`),
  withInventedPrefix('vn', 'Valnämnden', 'VN'),
  withInventedPrefix('rev', 'Revisorskollegiet', 'REV'),
]
