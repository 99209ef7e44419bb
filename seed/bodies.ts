import type { Body } from './types.ts'

const portal = 'https://motenmedborgarportal.malmo.se/committees/'
const reports = 'http://redovisningar.malmo.se/'
const seedMemo = 'tjansteskrivelse-SN-2023-1541'

type Rest = Partial<Pick<Body, 'authority' | 'parent' | 'aliases' | 'source' | 'isInvented' | 'email'>>

function body(key: string, kind: Body['kind'], names: readonly [name: string, shortName: string], rest: Rest): Body {
  const [name, shortName] = names
  const email = rest.email ?? `${key}@malmo.example`
  const base = { key, name, shortName, kind, email, authority: null, parent: null, aliases: [], source: null }
  return { ...base, isInvented: false, ...rest }
}

type BoardFacts = {
  readonly key: string
  readonly name: string
  readonly short: string
  readonly administration: readonly [key: string, name: string, short: string]
  readonly slug: string
}

/**
 * A board with its working committee, chair's preparation and administration. That a board has the two smaller bodies
 * is known for some (servicenämnden, tekniska nämnden, hälsa-, vård- och omsorgsnämnden) and assumed for the others.
 */
function boardWithOffice(facts: BoardFacts): readonly Body[] {
  const { key, name, short, slug } = facts
  const source = `${portal}${slug}`
  const hasKnownOffice = ['sn', 'tn', 'hvo'].includes(key)
  const inside = { authority: key, parent: key, source: hasKnownOffice ? source : null, isInvented: !hasKnownOffice }
  const [officeKey, officeName, officeShort] = facts.administration
  return [
    body(key, 'board', [name, short], { authority: key, parent: 'kf', source, aliases: [short] }),
    body(`${key}-au`, 'working_committee', [`${name}s arbetsutskott`, `${short} AU`], {
      ...inside,
      aliases: [`${short}AU`],
    }),
    body(`${key}-of`, 'chair_preparation', [`${name}s ordförandeberedning`, `${short} ordf.ber.`], inside),
    body(officeKey, 'administration', [officeName, officeShort], {
      authority: key,
      parent: key,
      source,
      aliases: officeShort === officeName ? [] : [officeShort],
    }),
  ]
}

const boards: readonly BoardFacts[] = [
  {
    key: 'sn',
    name: 'servicenämnden',
    short: 'SN',
    administration: ['serviceforvaltningen', 'serviceförvaltningen', 'SF'],
    slug: 'servicenamnden',
  },
  {
    key: 'tn',
    name: 'tekniska nämnden',
    short: 'TN',
    administration: ['fastighets-och-gatukontoret', 'fastighets- och gatukontoret', 'FGK'],
    slug: 'tekniska-namnden',
  },
  {
    key: 'sbn',
    name: 'stadsbyggnadsnämnden',
    short: 'SBN',
    administration: ['stadsbyggnadskontoret', 'stadsbyggnadskontoret', 'SBK'],
    slug: 'stadsbyggnadsnamnden',
  },
  {
    key: 'mn',
    name: 'miljönämnden',
    short: 'MN',
    administration: ['miljoforvaltningen', 'miljöförvaltningen', 'MF'],
    slug: 'miljonamnden',
  },
  {
    key: 'kn',
    name: 'kulturnämnden',
    short: 'KN',
    administration: ['kulturforvaltningen', 'kulturförvaltningen', 'kulturförvaltningen'],
    slug: 'kulturnamnden',
  },
  {
    key: 'frn',
    name: 'fritidsnämnden',
    short: 'FRN',
    administration: ['fritidsforvaltningen', 'fritidsförvaltningen', 'FF'],
    slug: 'fritidsnamnden',
  },
  {
    key: 'fskf',
    name: 'förskolenämnden',
    short: 'FSKN',
    administration: ['forskoleforvaltningen', 'förskoleförvaltningen', 'FSKF'],
    slug: 'forskolenamnden',
  },
  {
    key: 'grn',
    name: 'grundskolenämnden',
    short: 'GRN',
    administration: ['grundskoleforvaltningen', 'grundskoleförvaltningen', 'GRF'],
    slug: 'grundskolenamnden',
  },
  {
    key: 'gyvf',
    name: 'gymnasie- och vuxenutbildningsnämnden',
    short: 'GYVN',
    administration: ['gymnasieforvaltningen', 'gymnasie- och vuxenutbildningsförvaltningen', 'GYVF'],
    slug: 'gymnasie-och-vuxenutbildningsnamnden',
  },
  {
    key: 'asn',
    name: 'arbetsmarknads- och socialnämnden',
    short: 'ASN',
    administration: ['arbetsmarknads-och-socialforvaltningen', 'arbetsmarknads- och socialförvaltningen', 'ASF'],
    slug: 'arbetsmarknads-och-socialnamnden',
  },
  {
    key: 'fsn',
    name: 'funktionsstödsnämnden',
    short: 'FSN',
    administration: ['funktionsstodsforvaltningen', 'funktionsstödsförvaltningen', 'FSF'],
    slug: 'funktionsstodsnamnden',
  },
  {
    key: 'hvo',
    name: 'hälsa-, vård- och omsorgsnämnden',
    short: 'HVON',
    administration: ['hvo-forvaltningen', 'hälsa-, vård- och omsorgsförvaltningen', 'HVOF'],
    slug: 'halsa-vard-och-omsorgsnamnden',
  },
  {
    key: 'vn',
    name: 'valnämnden',
    short: 'VN',
    administration: ['valkansliet', 'valkansliet', 'valkansliet'],
    slug: 'valnamnden',
  },
]

const stk = { authority: 'stk' } as const

const centre: readonly Body[] = [
  body('kf', 'council', ['kommunfullmäktige', 'KF'], {
    ...stk,
    aliases: ['KF', 'fullmäktige'],
    source: `${portal}kommunfullmaktige`,
  }),
  body('kf-presidium', 'chair_preparation', ['kommunfullmäktiges presidium', 'KF presidium'], {
    ...stk,
    parent: 'kf',
    isInvented: true,
  }),
  body('ks', 'executive_board', ['kommunstyrelsen', 'KS'], {
    ...stk,
    parent: 'kf',
    aliases: ['KS'],
    source: `${portal}kommunstyrelsen`,
  }),
  body('ksau', 'working_committee', ['kommunstyrelsens arbetsutskott', 'KSAU'], {
    ...stk,
    parent: 'ks',
    aliases: ['KSAU', 'KS AU'],
    source: seedMemo,
  }),
  body('ks-of', 'chair_preparation', ['kommunstyrelsens ordförandeberedning', 'KS ordf.ber.'], {
    ...stk,
    parent: 'ks',
    isInvented: true,
  }),
  body('stadskontoret', 'administration', ['stadskontoret', 'STK'], {
    ...stk,
    parent: 'ks',
    aliases: ['STK'],
    source: `${portal}kommunstyrelsen/mote-2024-03-06`,
  }),
]

const audit: readonly Body[] = [
  body('rev', 'auditors', ['revisorskollegiet', 'REV'], {
    authority: 'rev',
    parent: 'kf',
    source: `${portal}kommunstyrelsen/mote-2024-04-10`,
  }),
  body('stadsrevisionen', 'administration', ['stadsrevisionen', 'SR'], {
    authority: 'rev',
    parent: 'rev',
    source: `${portal}kommunstyrelsen/mote-2024-04-10`,
  }),
]

const company = (key: string, names: readonly [name: string, shortName: string], source: string): Body => {
  const parent = key === 'stadshus' || key === 'va-syd' || key === 'sysav' ? null : 'stadshus'
  const aliases = names[0] === names[1] ? [] : [names[1]]
  return body(key, 'company', names, { parent, aliases, source })
}

const companies: readonly Body[] = [
  company('stadshus', ['Malmö Stadshus AB', 'Malmö Stadshus'], `${reports}2014/arsredovisning-2014/`),
  company('mkb', ['MKB Fastighets AB', 'MKB'], `${reports}2014/arsredovisning-2014/`),
  company(
    'parkering',
    ['Malmö kommuns parkeringsaktiebolag', 'Parkering Malmö'],
    `${reports}2014/arsredovisning-2014/`,
  ),
  company('malmo-live', ['Malmö Live Konserthus AB', 'Malmö Live'], `${reports}delarsrapporter2016/`),
  company('stadsteatern', ['Malmö Stadsteater AB', 'Malmö Stadsteater'], `${reports}2014/arsredovisning-2014/`),
  company('minc', ['MINC i Sverige AB', 'MINC'], `${reports}2014/arsredovisning-2014/`),
  company('boplats', ['Boplats Syd AB', 'Boplats Syd'], `${reports}delarsrapporter2016/`),
  company('leasing', ['Malmö Leasing AB', 'Malmö Leasing'], `${portal}funktionsstodsnamnden/mote-2023-09-25`),
  company('sysav', ['SYSAV AB', 'SYSAV'], `${portal}kommunstyrelsen/mote-2025-10-15`),
  company('va-syd', ['VA SYD', 'VA SYD'], `${portal}kommunstyrelsen/mote-2025-10-15`),
]

const outside: readonly Body[] = [
  body('region-skane', 'external', ['Region Skåne', 'Region Skåne'], { email: 'diariet@regionskane.example' }),
  body('lansstyrelsen', 'external', ['Länsstyrelsen Skåne', 'Länsstyrelsen'], {
    email: 'diariet@lansstyrelsen.example',
    aliases: ['Länsstyrelsen'],
  }),
  body('hyresgasterna', 'external', ['Hyresgästerna i Malmö Öster', 'Hyresgästerna Öster'], {
    email: 'styrelsen@hyresgasterna-oster.example',
    isInvented: true,
  }),
]

/** Every body of the demo city, a parent always before its children. */
export const bodies: readonly Body[] = [
  ...centre,
  ...boards.flatMap(boardWithOffice),
  ...audit,
  ...companies,
  ...outside,
]
