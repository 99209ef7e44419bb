/** The words of the papers. Papers are in Swedish whatever language the person reads in. */

export const paper = {
  handedInBy: (name: string, role: string) => `Lämnat genom personlig länk av ${name}, ${role}`,
  reservations: 'Reservationer och särskilda yttranden',
  receipt: 'Kvitto',
  receiptTitle: (title: string) => `Kvitto på remissvar: ${title}`,
  from: 'Från',
  to: 'Till',
  matter: 'Remiss',
  date: 'Datum',
  at: 'Lämnat in',
  by: 'Lämnat av',
  version: 'Version',
  stance: 'Ståndpunkt',
  late: 'Försenat',
  lateWords: 'Svaret kom efter sista svarsdagen och är mottaget.',
  digest: 'Kontrollsumma (SHA-256)',
  digestHelp: 'Summan är räknad på exakt det som lämnades in. Ändras ett tecken blir den en annan.',
}

/** The Word form. */
export const form = {
  title: (title: string) => `Svarsformulär: ${title}`,
  fileName: (title: string, body: string) => `Svarsformulär ${title} ${body}`,
  from: (body: string) => `Från: ${body}`,
  to: (authority: string, reference: string) => `Till: ${authority}, ${reference}`,
  lastDay: (day: string) => `Sista svarsdag: ${day}`,
  howTo:
    'Skriv i fälten under varje fråga. Låt rubrikerna stå kvar. Det som inte hör till någon fråga skriver ni under den sista rubriken före ”Svaret som helhet”.',
  sendTo: (name: string, email: string) =>
    `Skicka formuläret till ${name}, ${email}, eller ladda upp det på er personliga länk.`,
  outside: 'Synpunkter utanför frågorna',
  outsideHelp: 'Det som inte hör till någon fråga.',
  whole: 'Svaret som helhet',
  wholeHelp: 'Välj en samlad ståndpunkt: avsändaren räknar vilka som tillstyrker och avstyrker.',
  answer: 'Svar',
  stance: 'Ståndpunkt',
  processes: 'Pågående processer, en på varje rad',
  name: 'Namn',
  lead: 'Leds av',
  where: 'Område eller tema',
  period: 'När',
  areas: 'Områden',
  themes: 'Teman',
  body: 'Nämnd eller bolag',
  yesNo: 'Ja, delvis eller nej',
  amount: (unit: string) => (unit === '' ? 'Antal' : `Antal ${unit}`),
  chosen: 'Val',
  chosenMany: (options: string) => `Val, ett på varje rad (${options})`,
  decidedBy: 'Vem har beslutat svaret',
  decidedOn: 'Beslutat den (åååå-mm-dd)',
  paragraph: 'Paragraf',
  reservations: 'Reservationer eller särskilda yttranden',
  required: 'Frågan måste besvaras.',
  least: (number: string) => `Talet ska vara minst ${number}.`,
  most: (number: string) => `Talet ska vara högst ${number}.`,
  between: (least: string, most: string) => `Talet ska vara minst ${least} och högst ${most}.`,
  isWhole: 'Skriv ett heltal.',
  filesBeside:
    'Skicka filerna bredvid formuläret, i samma e-brev. Skriv här vad de heter, eller varför det inte finns någon.',
  choose: 'Välj här',
  write: 'Skriv svaret här.',
  writeLine: 'Skriv här',
  writeLines: 'Skriv ett på varje rad.',
}

type Facts = Readonly<
  Record<'body' | 'issuer' | 'title' | 'reference' | 'lastDay' | 'what' | 'link' | 'contact', string>
>

/** Letters: always in Swedish, like what they are about. */
export const mail = {
  asked: {
    subject: (title: string) => `Remiss: ${title}`,
    body: ({ body, issuer, title, reference, lastDay, link, contact }: Facts) =>
      `${issuer.charAt(0).toLocaleUpperCase('sv')}${issuer.slice(1)} ber ${body} om synpunkter på remissen ”${title}” (${reference}).\n\nSista svarsdag: ${lastDay}\n\nLäs handlingarna och svara här, utan konto:\n${link}\n\nLänken är personlig för er organisation. Flera kan skriva på den, och ni kan ändra svaret till och med sista svarsdagen. Ni kan också fylla i det bifogade Wordformuläret och skicka det som svar på det här mejlet. Vill ni inte yttra er lämnar ni in det på länken.\n\nFrågor: ${contact}`,
  },
  corrected: {
    subject: (title: string) => `Rättelse av remiss: ${title}`,
    body: ({ body, title, reference, lastDay, what, link, contact }: Facts) =>
      `Remissen ”${title}” (${reference}), som ${body} har fått, är rättad:\n\n${what}\n\nSista svarsdag: ${lastDay}\n\nRättelsen och handlingarna finns här. Det ni redan har skrivit finns kvar, och länken ni fick förut gäller också:\n${link}\n\nFrågor: ${contact}`,
  },
  replied: {
    subject: (title: string) => `Fråga och svar om remissen: ${title}`,
    body: ({ body, title, reference, lastDay, what, link, contact }: Facts) =>
      `En fråga om remissen ”${title}” (${reference}), som ${body} har fått, är besvarad till alla som fått den.\n\n${what}\n\nSista svarsdag: ${lastDay}\n\nAlla frågor och svar finns här. Det ni redan har skrivit finns kvar, och länken ni fick förut gäller också:\n${link}\n\nFrågor: ${contact}`,
  },
  reply: ({ question, answer }: { readonly question: string; readonly answer: string }) =>
    `Fråga: ${question}\n\nSvar: ${answer}`,
  granted: {
    subject: (title: string) => `Ny sista svarsdag: ${title}`,
    body: ({ body, title, reference, lastDay, what, link, contact }: Facts) =>
      `Sista svarsdag för ${body} på remissen ”${title}” (${reference}) är ändrad.\n\nNy sista svarsdag: ${lastDay}\n\nSkäl: ${what}\n\nBeslutet är bifogat. Det ni redan har skrivit finns kvar, och länken ni fick förut gäller också:\n${link}\n\nFrågor: ${contact}`,
  },
  refused: {
    subject: (title: string) => `Beslut om svarstid: ${title}`,
    body: ({ body, title, reference, lastDay, what, link, contact }: Facts) =>
      `Begäran från ${body} om förlängd svarstid på remissen ”${title}” (${reference}) är avslagen.\n\nSista svarsdag: ${lastDay}\n\nSkäl: ${what}\n\nBeslutet är bifogat. Det ni redan har skrivit finns kvar, och länken ni fick förut gäller också:\n${link}\n\nFrågor: ${contact}`,
  },
}
