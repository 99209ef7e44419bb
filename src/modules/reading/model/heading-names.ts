/** What the headings are called, by the part they open. Lower case; `|` between. */

import type { Part } from './headings.ts'

const names: Readonly<Record<Part, string>> = {
  contact: `
    beredningsansvarig|beredningsansvariga|handläggare|ansvarig handläggare|kontaktperson|kontaktpersoner|
    upprättad av`,
  summary: `
    sammanfattning|sammanfattning av ärendet|ärendet i korthet|i korthet|ärendesammanfattning|kort sammanfattning|
    sammanfattning av ärende|ärendets sammanfattning|sammanfattande beskrivning|sammanfattning av förslaget|
    kort om ärendet`,
  proposals: `
    förslag till beslut|beslutsförslag|förslag|förslag på beslut|förslag till ställningstagande|hemställan|
    förslag till beslutspunkter|beslutspunkter|förslag beslut|förslag till beslutsmening|beslutsmening`,
  basis: `
    beslutsunderlag|underlag för beslut|underlag till beslut|handlingar i ärendet|ärendets handlingar|underlag|
    underlag för beslutet|underlag i ärendet|förteckning över handlingar|handlingar|beslutsunderlag och bilagor|
    beslutsunderlag/bilagor|underlag/bilagor|förteckning över beslutsunderlag|lista över beslutsunderlag`,
  attachments: `
    bilagor|bilaga|bilagor till ärendet|bifogade handlingar|bilagda handlingar|bilageförteckning|bifogas`,
  planning: `
    beslutsplanering|beslutsgång|beslutsprocess|ärendets beredning|tidplan|tidsplan|beredning|ärendets gång|
    planerad beslutsgång|beredningsgång|tidplan för beslut|tidplan för ärendet|beslutstidplan|behandling|
    ärendets behandling|ärendeplanering|planerad behandling|politisk behandling|sammanträdesplanering|beslutsordning|
    ärendegång|ärendets väg till beslut|tidplan för beredning|beredning av ärendet|planerade sammanträden|
    behandlas av`,
  sendTo: `
    beslutet skickas till|beslut skickas till|beslutet ska skickas till|beslutet expedieras till|
    beslut expedieras till|expedieras till|expedieras|sändlista|delges|beslutet delges|kopia till|skickas till|
    beslut delges|expediering|beslutsexpediering|beslutet sänds till|beslut sänds till|beslutsmottagare|beslut till|
    beslutet meddelas|beslutet ska expedieras till|beslutet skickas för kännedom till|delgivning|
    protokollsutdrag till|sänds till|protokollsutdrag skickas till|beslut meddelas|distribution|
    mottagare av beslutet|expediering av beslut|beslutsexpedition|expediering av beslutet|beslut ska skickas till|
    delges till|beslutet delges till|kopia på beslutet till|kopia av beslutet till|utdrag till|expedition|
    expedieras för kännedom till|meddelas|sändlista för beslut|sändlista beslut|protokollsutdrag`,
  responsible: `
    ansvariga|ansvarig|underskrift|underskrifter|ansvariga chefer|ansvarig chef|ansvariga för ärendet|undertecknare|
    undertecknat av|ansvariga tjänstepersoner|ansvariga tjänstemän|för förvaltningen|godkänt av|godkänd av|
    beslutande chefer|undertecknas av|ansvarig för ärendet|ansvariga undertecknare|signaturer|enligt uppdrag|
    på tjänstens vägnar|dag som ovan|enligt ovan`,
  other: `
    ärendet|bakgrund|bakgrund och ärende|ärendebeskrivning|beskrivning av ärendet|ärende|bedömning|
    förvaltningens bedömning|ekonomiska konsekvenser|ekonomi|barnperspektivet|barnperspektiv|barnkonsekvensanalys|
    jämställdhet|juridiska aspekter|miljö|miljökonsekvenser|konsekvenser|jämställdhetsperspektiv|barnrättsperspektiv|
    yttrande|remissvar|synpunkter|förvaltningens synpunkter|kontorets synpunkter|
    förvaltningens synpunkter och förslag|motivering|analys|slutsats|slutsatser|överväganden|uppföljning|utredning|
    lagstiftning|redogörelse|redogörelse för ärendet|beskrivning|inledning|syfte|syfte och mål|finansiering|
    ekonomisk bedömning|ekonomiska aspekter|ekonomiska överväganden|konsekvenser för barn|samråd|barnets bästa|
    prövning av barnets bästa|jämlikhet|dialog|samverkan|facklig samverkan|remissinstanser|skäl till beslut|
    skälen för beslutet|motivering till beslut|bedömning och motivering|social dimension|ekologisk dimension|
    ekonomisk dimension|bedömning ur ekonomisk dimension|bedömning ur ekologisk dimension|
    bedömning ur social dimension|expedierat|ärendets innehåll|samverkan och dialog|omvärldsanalys|nuläge|
    nulägesbeskrivning|konsekvensanalys|förvaltningens överväganden|risker|ärendets utgångspunkter|
    beskrivning av ärendet och förvaltningens bedömning|koppling till mål|koppling till styrdokument|kommunikation|
    styrdokument|hållbarhet|agenda 2030|förvaltningens ställningstagande|stadsledningskontorets bedömning|
    stadsledningskontorets synpunkter|information|verkställighet|genomförande|upphävande|reservationer|
    landsbygdsperspektiv|klimat|trygghet|likabehandling|ekonomiska konsekvenser av beslutet|samlad bedömning|
    sammanfattande bedömning|rättslig reglering|gällande rätt|övrigt|remissen|remissammanställning|fortsatt arbete|
    tidigare beslut|tidigare behandling|förslaget|remissens innehåll|ärendets bakgrund|uppdraget`,
}

/** Each name and its part. A name that two parts share belongs to the first. */
export const headingNames: readonly (readonly [string, Part])[] = parts().flatMap((part) =>
  names[part].split('|').map((name) => [name.trim(), part] as const),
)

function parts(): readonly Part[] {
  return ['contact', 'summary', 'proposals', 'basis', 'attachments', 'planning', 'sendTo', 'responsible', 'other']
}
