/** What the law or the form has against something, in Swedish. */

export const swedishLaw = {
  obstacle: {
    kept: {
      goals:
        'Ärenden om verksamhetens mål, inriktning, omfattning eller kvalitet får inte delegeras (6 kap. 38 § 1 kommunallagen).',
      to_council:
        'Framställningar och yttranden till fullmäktige får inte beslutas på delegation (6 kap. 38 § 2 kommunallagen). Ärendet måste till nämnden. Ett yttrande till kommunstyrelsen går bra.',
      appealed:
        'Yttranden med anledning av att nämndens eller fullmäktiges beslut har överklagats får inte beslutas på delegation (6 kap. 38 § 2 kommunallagen).',
      principle:
        'Myndighetsutövning mot enskilda av principiell beskaffenhet eller större vikt får inte delegeras (6 kap. 38 § 3 kommunallagen).',
      citizens_proposal:
        'Ärenden som väckts genom medborgarförslag och överlåtits till nämnden får inte delegeras (6 kap. 38 § 4 kommunallagen).',
      forbidden: 'Ärenden som enligt lag eller annan författning inte får delegeras (6 kap. 38 § 5 kommunallagen).',
    },
    noReason: 'Skriv varför ärendet kan delegeras. Skälet sparas med punkten.',
    automatedLegality:
      'En automatiserad funktion får inte besluta där beslutet överklagas genom laglighetsprövning (6 kap. 38 § andra stycket kommunallagen).',
    automatedProcurement:
      'En automatiserad funktion får inte besluta i upphandling eller valfrihetssystem (6 kap. 38 § andra stycket kommunallagen).',
    onlyDirector: 'Bara det som ges till förvaltningschefen får delegeras vidare (7 kap. 6 § kommunallagen).',
    urgentIsChair:
      'Brådskande ärenden ges till ordföranden, eller till en annan ledamot vid namn (6 kap. 39 § kommunallagen).',
    urgentIsReported: 'Brådskande beslut anmäls alltid vid nämndens nästa sammanträde (6 kap. 40 § kommunallagen).',
    noCommittee: 'Välj vilket utskott.',
    noFunction: 'Välj det konto som den automatiserade funktionen loggar in med.',
    nobody: 'Ange roll eller person för den anställde.',
    alreadyAdopted: 'Delegationsordningen är redan beslutad.',
    noRules: 'Delegationsordningen har inga punkter.',
    decidedAhead: 'Nämnden har inte beslutat än: dagen ligger framåt i tiden.',
    beforeDecision: 'Ordningen gäller tidigast från den dag nämnden beslutade den.',
    beforeLatest: (day: string) => `Ordningen kan inte gälla före den som gäller från ${day}.`,
    adoptedIsFinal: 'Delegationsordningen är beslutad av nämnden. Påbörja en ny version för att ändra.',
    notToBePassedOn: 'Nämnden har inte tillåtit att punkten delegeras vidare.',
    notDirector: 'Bara förvaltningschefen får delegera vidare (7 kap. 6 § kommunallagen).',
    notEmployed: 'Det går bara att delegera vidare till en anställd.',
    notInForce: (number: string) => `Punkt ${number} gällde inte den dagen.`,
    otherAuthority: (body: string) => `Punkten hör till ${body}, ärendet till en annan myndighet.`,
    caseClosed: 'Ärendet är avslutat.',
    dayToCome: 'Dagen har inte kommit än.',
    notYours: (number: string, delegate: string) => `Punkt ${number} är given till ${delegate}.`,
    urgentHasItsForm: 'Ett brådskande beslut fattas för sig, med skälet till att det inte kan vänta.',
    noUrgentPower: (number: string) => `Punkt ${number} ger ingen rätt att besluta i brådskande ärenden.`,
    alreadyCorrected: (number: string, by: string) => `${number} är redan ersatt av ${by}.`,
    notABoard: 'Delegation hör till en nämnd eller till kommunstyrelsen.',
    nothingToReport: 'Det finns inget att anmäla.',
    itemSettled: 'Anmälan är redan avgjord vid det sammanträdet. Anmäl vid nästa.',
    nothingToMinute: 'Det finns inga beslut som behöver ett särskilt protokoll.',
    alreadyNoticed: 'Protokollet är redan anslaget.',
    noticedBefore: 'Protokollet kan inte anslås innan det är upprättat.',
  },
  fault: {
    noColumn: (heads: string) => `Tabellen saknar kolumnen ${heads}.`,
    twice: (number: string) => `numret ${number} finns två gånger`,
    unknownWord: (word: string, column: string) => `”${word}” går inte att förstå i kolumnen ${column}`,
    empty: (column: string) => `kolumnen ${column} är tom`,
    badNumber: (number: string) => `”${number}” är inget punktnummer`,
    noBody: (name: string) => `organet ”${name}” finns inte`,
    noPerson: (name: string) => `personen ”${name}” finns inte`,
    atLine: (line: number, number: string, fault: string) =>
      `Rad ${line}${number === '' ? '' : ` (punkt ${number})`}: ${fault}`,
  },
  invalid: {
    choose: 'Välj något.',
    noPoints: 'Skriv vad som beslutas.',
    noRule: 'Välj en punkt i delegationsordningen.',
    noWhyUrgent: 'Skriv varför beslutet inte kan vänta till nämnden.',
    noNumber: 'Skriv ett nummer som 3 eller 3.2.',
    noHeading: 'Skriv en rubrik.',
    noScope: 'Skriv vad som får beslutas.',
    noDelegate: 'Skriv vem som får besluta.',
    noParagraph: 'Skriv paragrafens nummer.',
    noFile: 'Välj en fil.',
    noRows: 'Filen har inga punkter.',
    tooMany: (most: number) => `Filen är för stor. Högst ${most} punkter.`,
    otherCase: 'Beslutet hör till ett annat ärende.',
    endsBefore: 'Sista dagen kommer före den första.',
    passedOnAlready: 'Punkten är redan delegerad vidare till den personen.',
    directorSince: (day: string) => `Det finns redan en förvaltningschef från ${day}. Välj en senare dag.`,
  },
}
