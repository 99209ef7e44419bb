import type { Role } from './types.ts'

/** An invented employee and what they are in which bodies. */
export type Employee = {
  readonly name: string
  readonly title: string
  readonly posts: readonly (readonly [body: string, role: Role])[]
}

type Posts = Employee['posts']
const at = (role: Role, ...bodies: readonly string[]): Posts => bodies.map((body) => [body, role] as const)
const employee = (name: string, title: string, ...posts: readonly Posts[]): Employee => {
  return { name, title, posts: posts.flat() }
}

const cityOffice: readonly Employee[] = [
  employee('Ingrid Falkenby', 'planeringssekreterare', at('case_officer', 'stadskontoret')),
  employee('Jasmin Haddad Rehn', 'planeringssekreterare', at('case_officer', 'stadskontoret')),
  employee('Göran Wikmark', 'biträdande stadsdirektör', at('head', 'stadskontoret')),
  employee('Paulina Ståhlberg', 'chef för avdelningen för social hållbarhet', at('head', 'stadskontoret')),
  employee('Bengt Åkerlind', 'registrator', at('registrar', 'stadskontoret', 'valkansliet', 'stadsrevisionen')),
  employee('Sofia Malmqvist Ek', 'nämndsekreterare', at('secretary', 'ks', 'ksau', 'ks-of')),
  employee('Tomas Ehrling', 'kommunfullmäktiges sekreterare', at('secretary', 'kf', 'kf-presidium')),
  employee('Lovisa Brandt Norell', 'nämndsekreterare', at('secretary', 'vn', 'vn-au', 'vn-of', 'rev')),
  employee('Omar Sandvik', 'systemförvaltare', at('administrator', 'stadskontoret')),
]

const service: readonly Employee[] = [
  employee('Elin Sand', 'planeringssekreterare', at('case_officer', 'serviceforvaltningen')),
  employee('Viktor Osmani', 'utredare', at('case_officer', 'serviceforvaltningen')),
  employee('Karin Ek', 'servicedirektör', at('head', 'serviceforvaltningen')),
  employee('Henrik Ljungdal', 'chef för avdelningen för ledningsstöd', at('head', 'serviceforvaltningen')),
  employee('Amina Yusuf Lindh', 'registrator', at('registrar', 'serviceforvaltningen')),
  employee('Maria Torstensdotter', 'nämndsekreterare', at('secretary', 'sn', 'sn-au', 'sn-of')),
]

const builtCity: readonly Employee[] = [
  employee('Petra Lönnroth', 'utvecklingssekreterare', at('case_officer', 'fastighets-och-gatukontoret')),
  employee('Stefan Grahn Nilsson', 'fastighets- och gatudirektör', at('head', 'fastighets-och-gatukontoret')),
  employee('Fatima Zahra Berglund', 'chef för enheten för stadsmiljö', at('head', 'fastighets-och-gatukontoret')),
  employee(
    'Rasmus Hedvall',
    'registrator',
    at('registrar', 'fastighets-och-gatukontoret', 'stadsbyggnadskontoret', 'miljoforvaltningen'),
  ),
  employee('Cecilia Ahlgren Roos', 'nämndsekreterare', at('secretary', 'tn', 'tn-au', 'tn-of')),
  employee('Nils Tegnander', 'planarkitekt', at('case_officer', 'stadsbyggnadskontoret')),
  employee('Ylva Kastberg', 'stadsbyggnadsdirektör', at('head', 'stadsbyggnadskontoret')),
  employee('Linnea Pärsson', 'miljöstrateg', at('case_officer', 'miljoforvaltningen')),
  employee('Dragan Petković', 'miljödirektör', at('head', 'miljoforvaltningen')),
  employee('Annika Söderhielm', 'nämndsekreterare', at('secretary', 'sbn', 'sbn-au', 'sbn-of', 'mn', 'mn-au', 'mn-of')),
]

const leisure: readonly Employee[] = [
  employee('Johanna Vikander', 'kulturstrateg', at('case_officer', 'kulturforvaltningen')),
  employee('Mikael Brännlund', 'kulturdirektör', at('head', 'kulturforvaltningen')),
  employee('Arvid Östling', 'utredare', at('case_officer', 'fritidsforvaltningen')),
  employee('Leila Moradi', 'fritidsdirektör', at('head', 'fritidsforvaltningen')),
  employee('Gunilla Hagström Bo', 'registrator', at('registrar', 'kulturforvaltningen', 'fritidsforvaltningen')),
  employee('Joakim Ranstad', 'nämndsekreterare', at('secretary', 'kn', 'kn-au', 'kn-of', 'frn', 'frn-au', 'frn-of')),
]

const schools: readonly Employee[] = [
  employee('Hanna Wetterlund', 'utvecklingssekreterare', at('case_officer', 'forskoleforvaltningen')),
  employee('Birgitta Nyhlén', 'förskoledirektör', at('head', 'forskoleforvaltningen')),
  employee('Emil Karlsrud', 'utredare', at('case_officer', 'grundskoleforvaltningen')),
  employee('Ahmed Farah', 'strateg för likvärdig skola', at('case_officer', 'grundskoleforvaltningen')),
  employee('Susanne Ydrefors', 'grundskoledirektör', at('head', 'grundskoleforvaltningen')),
  employee('Magnus Ellström', 'chef för kvalitetsavdelningen', at('head', 'grundskoleforvaltningen')),
  employee('Ebba Lagerkvist', 'utredare', at('case_officer', 'gymnasieforvaltningen')),
  employee('Patrik Sörmark', 'utbildningsdirektör', at('head', 'gymnasieforvaltningen')),
  employee(
    'Ulla-Britt Mårdh',
    'registrator',
    at('registrar', 'forskoleforvaltningen', 'grundskoleforvaltningen', 'gymnasieforvaltningen'),
  ),
  employee('Daniel Kvist Abbas', 'nämndsekreterare', at('secretary', 'grn', 'grn-au', 'grn-of')),
  employee(
    'Frida Sjölander',
    'nämndsekreterare',
    at('secretary', 'fskf', 'fskf-au', 'fskf-of', 'gyvf', 'gyvf-au', 'gyvf-of'),
  ),
]

const care: readonly Employee[] = [
  employee(
    'Selma Bergdahl',
    'socialt ansvarig samordnare',
    at('case_officer', 'arbetsmarknads-och-socialforvaltningen'),
  ),
  employee(
    'Lars-Erik Fors',
    'social- och arbetsmarknadsdirektör',
    at('head', 'arbetsmarknads-och-socialforvaltningen'),
  ),
  employee('Moa Lindqvist Öberg', 'utvecklingssekreterare', at('case_officer', 'funktionsstodsforvaltningen')),
  employee('Åsa Rydbeck', 'funktionsstödsdirektör', at('head', 'funktionsstodsforvaltningen')),
  employee('Zlatko Hadžić', 'chef för enheten för strategi', at('head', 'funktionsstodsforvaltningen')),
  employee('Klara Norderup', 'utvecklingsledare', at('case_officer', 'hvo-forvaltningen')),
  employee('Peter Almstrand', 'hälsa-, vård- och omsorgsdirektör', at('head', 'hvo-forvaltningen')),
  employee(
    'Samira Kaveh',
    'registrator',
    at('registrar', 'arbetsmarknads-och-socialforvaltningen', 'funktionsstodsforvaltningen', 'hvo-forvaltningen'),
  ),
  employee('Olof Hjertqvist', 'nämndsekreterare', at('secretary', 'asn', 'asn-au', 'asn-of')),
  employee('Wilma Dahlsjö', 'nämndsekreterare', at('secretary', 'fsn', 'fsn-au', 'fsn-of', 'hvo', 'hvo-au', 'hvo-of')),
]

const electionAndAudit: readonly Employee[] = [
  employee('Robin Ekdahl', 'valhandläggare', at('case_officer', 'valkansliet')),
  employee('Monica Stenhammar', 'chef för valkansliet', at('head', 'valkansliet')),
  employee('Inger Blomsäter', 'yrkesrevisor', at('case_officer', 'stadsrevisionen')),
  employee('Kenneth Wallberg Juhlin', 'revisionsdirektör', at('head', 'stadsrevisionen')),
]

/** Every employee of the demo city with their posts. All are invented. */
export const staff: readonly Employee[] = [
  ...cityOffice,
  ...service,
  ...builtCity,
  ...leisure,
  ...schools,
  ...care,
  ...electionAndAudit,
]
