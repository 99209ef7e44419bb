/** What papers, history, refusals of a form and explanations say, in Swedish. */

export const swedishSteps = {
  empty: {
    open: 'Inga öppna begäranden',
    openText: 'När någon vill se en allmän handling registreras begäran här, så att den besvaras i tid.',
    all: 'Inga begäranden än',
    items: 'Inga handlingar valda',
    itemsText: 'Sök fram ärendet nedan och välj de handlingar som begäran gäller.',
    files: 'Handlingen har inga filer',
    filesText: 'Det finns inget att lämna ut i handlingen, eller så har du inte behörighet att läsa filerna.',
    cases: 'Inget ärende hittades',
    casesText: 'Kontrollera numret. Finns handlingen inte: svara det i rutan ”Svara” längre ned.',
    records: 'Ärendet har inga handlingar',
  },
  why: {
    identityTitle: 'Namn och skäl behövs inte',
    formTitle: 'Utskrift eller fil?',
    compilationTitle: 'När en sammanställning begärs',
    identityLaw: '2 kap. 18 § tryckfrihetsförordningen',
    identity:
      'Ingen behöver säga vem hen är eller vad handlingen ska användas till. Fråga bara om svaret behövs för att pröva om en sekretessbelagd uppgift kan lämnas ut, och då bara om det.',
    promptLaw: '2 kap. 15 och 16 §§ tryckfrihetsförordningen',
    prompt:
      'En begäran ska besvaras genast eller så snart det är möjligt. Därför är målet samma arbetsdag, och dagen efter får chefen veta.',
    markingLaw: '5 kap. 5 § offentlighets- och sekretesslagen',
    marking:
      'Markeringen är en varning, inte ett beslut. Varje begäran prövas på nytt, uppgift för uppgift, och det som inte är hemligt lämnas ut.',
    formLaw: '2 kap. 16 § tryckfrihetsförordningen',
    form: 'Myndigheten måste ge en utskrift men behöver inte skicka filer. Den får göra det om inget hindrar, och ska på begäran lämna uppgifter ur handlingen enligt 6 kap. 4 § offentlighets- och sekretesslagen.',
    compilationLaw: '2 kap. 6 och 7 §§ tryckfrihetsförordningen',
    compilation:
      'En sammanställning som kan tas fram med rutinbetonade åtgärder är också en allmän handling. Sök, välj och exportera det som begärs, om lag inte förbjuder sökningen.',
    refusalLaw: '6 kap. 3 § offentlighets- och sekretesslagen',
    refusal:
      'Den som får nej ska få veta att hen kan begära ett skriftligt beslut av myndigheten, och att det krävs ett beslut för att kunna överklaga.',
  },
  copy: {
    title: (number: string) => `Kopia med maskade uppgifter, dnr ${number}`,
    titleOfHidden: (record: string) => `Kopia med maskade uppgifter, handling ${record}`,
    kind: 'Kopia med maskade uppgifter',
    record: 'Handling',
    recordValue: (number: string, file: number) => `${number}, fil ${file}`,
    provision: 'Maskat enligt',
    made: 'Framställd',
    notice: 'Mörka rutor står för uppgifter som inte lämnas ut. De är borttagna ur filen.',
    page: (number: number) => `Originalets sida ${number}`,
    emptyPage: '[Sidan har ingen text som kan återges här.]',
    secrecy: 'Sekretess',
    name: (request: string, record: string, file: number) =>
      `Maskad kopia ${request.replace(':', '-')} handling ${record.replace(':', '-')} fil ${file}.pdf`,
    uploadedName: (request: string, record: string, { file, ending }: { file: number; ending: string }) =>
      `Maskad kopia ${request.replace(':', '-')} handling ${record.replace(':', '-')} fil ${file}.${ending}`,
  },
  paper: {
    kind: 'Beslut',
    title: 'Avslag på begäran om att ta del av allmän handling',
    draftNumber: 'Ärende öppnas vid beslut',
    date: 'Datum',
    reference: 'Begäran',
    to: 'Till',
    someone: 'Den som har begärt handlingarna',
    party: 'Den som begärt handlingarna',
    decision: 'Beslut',
    refused: (authority: string) => `${authority} avslår begäran att ta del av följande.`,
    refusedHidden: (record: string) => `Handling ${record}`,
    partlyHidden: (record: string) => `De uppgifter som är maskade i handling ${record}`,
    refusedRecord: (record: string, caseNumber: string, title: string) =>
      `Handling ${record} i ärende ${caseNumber}: ${title}`,
    partlyRecord: (record: string, caseNumber: string, title: string) =>
      `De uppgifter som är maskade i handling ${record} i ärende ${caseNumber}: ${title}`,
    asked: 'Det som begärts',
    provisions: 'Tillämpade bestämmelser',
    provisionsText: (provision: string) =>
      `Uppgifterna omfattas av sekretess enligt ${provision}. Prövningen har gjorts enligt 2 kap. tryckfrihetsförordningen och 6 kap. offentlighets- och sekretesslagen (2009:400).`,
    reasons: 'Skäl',
    appeal: 'Så överklagar du',
    appealTo: (court: string, authority: string) =>
      `Beslutet kan överklagas till ${court} (6 kap. 7 och 8 §§ offentlighets- och sekretesslagen). Överklagandet skrivs till ${court} men lämnas eller skickas till ${authority}.`,
    appealTime:
      'Överklagandet ska ha kommit in till myndigheten inom tre veckor från den dag då du fick del av beslutet. Kommer det in för sent prövas det inte.',
    appealWhat: [
      'Skriv vilket beslut du överklagar: datum och diarienummer.',
      'Skriv hur du vill att beslutet ändras och varför.',
      'Skriv hur domstolen når dig.',
    ].join('\n'),
    decidedBy: (title: string) => title,
    caseTitle: (number: string) => `Begäran ${number} om att ta del av allmän handling`,
    recordTitle: 'Avslag på begäran om att ta del av allmän handling',
    number: 'Delegationsbeslut',
    proposal: 'Förslag till avslag på begäran om att ta del av allmän handling',
    fileName: (request: string, number: string) =>
      `Avslagsbeslut ${request} ${number}`.trim().replaceAll(/[\\/:]/g, '-'),
    proposalName: (request: string, number: string) =>
      `Förslag till avslagsbeslut ${request} ${number}`.replaceAll(/[\\/:]/g, '-'),
    byRule: (
      rule: { readonly number: string; readonly heading: string; readonly bodyName: string; readonly version: number },
      decision: string,
    ) =>
      `punkt ${rule.number} ${rule.heading} i delegationsordningen för ${rule.bodyName}, version ${rule.version} (${decision})`,
    byBoard: (body: string, day: string, paragraph: number) => `beslut av ${body} den ${day}, § ${paragraph}`,
    footer: (authority: string) => authority,
    mandate: (mandate: string) => `Beslutet är fattat med stöd av ${mandate}.`,
  },
  history: {
    title: 'Historik',
    registered: 'Registrerade begäran',
    chosen: (records: string) => `Valde ${records}`,
    dropped: (record: string) => `Tog bort ${record}`,
    handedOver: (to: string) => `Lämnade prövningen till ${to}`,
    tookBack: 'Tog tillbaka prövningen',
    tested: (record: string, outcome: string, provision: string) => `Prövade ${record}: ${outcome}${provision}`,
    masked: (record: string, file: number, boxes: number) => `Maskade ${record}, fil ${file} (${boxes} ställen)`,
    uploaded: (record: string, file: number) => `Laddade upp en maskad kopia av ${record}, fil ${file}`,
    fileTested: (record: string, file: number, way: string) => `${record}, fil ${file}: ${way}`,
    answered: (whole: number, partly: number, refused: number) =>
      `Svarade: ${whole} hela, ${partly} delvis, ${refused} lämnades inte ut`,
    decisionAsked: (day: string) => `Antecknade att ett skriftligt beslut begärts ${day}`,
    drafted: 'Skrev utkast till beslut',
    refused: (number: string) => `Fattade beslut, ärende ${number}`,
    referred: (number: string) => `Lämnade beslutet till nämnden, ärende ${number}`,
    withdrawn: 'Antecknade att begäran tagits tillbaka',
  },
  ledger: {
    given: (record: string, outcome: string, request: string) =>
      `Handling ${record}: ${outcome} efter begäran ${request}`,
    refused: (record: string, request: string) => `Handling ${record} lämnades inte ut efter begäran ${request}`,
    decided: (request: string) => `Beslut fattat om begäran ${request}`,
    referred: (request: string) => `Begäran ${request} lämnad till nämnden för beslut`,
  },
  work: {
    test: 'Ta fram handlingarna',
    assess: 'Pröva',
    answer: 'Lämna ut',
    decide: 'Skriv beslut',
    see: 'Öppna',
    detail: (stage: string, delivery: string) => `${stage} · ${delivery}`,
    late: (stage: string) => `Försenad · ${stage}`,
    title: (number: string) => `Begäran om handling ${number}`,
  },
  invalid: {
    nothingAsked: 'Skriv vad som begärs, eller ett nummer.',
    tooLong: (most: number) => `Högst ${most} tecken.`,
    dayToCome: 'Dagen har inte varit än.',
    noRecords: 'Kryssa för minst en handling.',
    noProvision: 'Skriv vilken bestämmelse som hindrar.',
    noReason: 'Skriv varför den markerade handlingen kan lämnas ut.',
    noMasks: 'Välj något att maska.',
    wordTooShort: 'Ett ord behöver minst två tecken.',
    noCopy: 'Välj en fil.',
    notACopy: 'Kopian ska vara en PDF, PNG eller JPEG.',
    leaks: (words: string) =>
      `Kopian innehåller fortfarande: ${words}. Uppgifterna är kanske bara övertäckta. Skriv ut den, skanna in utskriften och försök igen.`,
    notTold: 'Säg att ett skriftligt beslut kan begäras och kryssa för det.',
    noReasons: 'Skriv skälen för beslutet.',
    noRule: 'Välj en punkt i delegationsordningen.',
    otherRule: 'Punkten gäller inte utlämnande av handlingar, eller gäller inte i dag.',
    noDecision: 'Välj ett beslut som nämnden har fattat i ärendet.',
    notAnOfficer: 'Välj någon som arbetar på myndigheten.',
  },
  obstacle: {
    isClosed: 'Begäran är avslutad.',
    isAnswered: 'Begäran är redan besvarad.',
    untested: (count: number) =>
      count === 1 ? 'En handling är inte färdigprövad.' : `${count} handlingar är inte färdigprövade.`,
    nothingChosen: 'Välj handlingar, eller skriv i anteckningen vad som svarades.',
    alreadyAsked: 'Ett skriftligt beslut är redan begärt.',
    nothingRefused: 'Ingen handling är nekad, så det finns inget att besluta om.',
    noDecisionAsked: 'Inget skriftligt beslut är begärt.',
    noDraft: 'Skriv och spara beslutet först.',
    decided: 'Beslutet är redan fattat.',
    referred: 'Beslutet är redan lämnat till nämnden.',
    boardDecided: (body: string, paragraph: number) =>
      `Ärendet är redan avgjort av ${body}, § ${paragraph}. Skicka det beslutet.`,
    notDecided: 'Nämnden har inte avgjort ärendet med det beslutet.',
    notAdjusted: 'Protokollet är inte justerat än. Beslutet skickas när det är det.',
    fileLeft: (name: string) => `${name} har inget svar än.`,
    nothingGiven: 'Ingen fil lämnas ut. Välj då ”Nej” för hela handlingen.',
    notReadable:
      'Du har inte behörighet att läsa handlingen och kan därför inte pröva den. Registratorn ger behörighet på ärendet.',
    overtaken: (record: string) =>
      `${record} har markerats eller fått en ny fil sedan den prövades. Pröva den igen innan begäran besvaras.`,
    notAll: 'Du får inte läsa alla handlingar i begäran. Låt registratorn svara.',
    notPartly: 'Spara först att handlingen lämnas ut delvis.',
    alreadyGiven: 'Handlingen är redan lämnad ut.',
  },
}
