/** The words of the description of an authority's records. */

import { words } from '../../../kernel/words.ts'

const swedish = {
  title: 'Beskrivning av allmänna handlingar',
  lead: 'Vad en myndighet ska berätta om sina handlingar för den som vill söka efter dem. Det som registret vet står här av sig självt.',
  link: 'Beskrivning av handlingarna',
  change: 'Ändra',
  pdf: 'PDF',
  authority: 'Myndighet',
  show: 'Visa',
  saved: 'Beskrivningen är sparad.',
  save: 'Spara',
  editLead:
    'Skriv det som myndigheten själv vet. Det som lämnas tomt och som registret inte känner till står som saknat.',
  unwritten: (parts: string) => `Det saknas ännu: ${parts}.`,
  kind: 'Beskrivning',
  titleOf: (authority: string) => `Allmänna handlingar hos ${authority}`,
  date: 'Datum',
  paperLead: 'Beskrivning enligt 4 kap. 2 § offentlighets- och sekretesslagen (2009:400).',
  missing: 'Uppgiften är inte ifylld.',
  isAuthority: (name: string) => `${name} är en egen myndighet med ett eget diarium. I det finns handlingar från:`,
  search: (prefix: string) =>
    `Allmänna handlingar registreras i ett elektroniskt diarium. Varje ärende har ett nummer som börjar med ${prefix} och varje handling ett löpnummer. Det går att söka på nummer, dag, avsändare och mottagare, ord i rubriken och ord i handlingen, och att läsa diariet dag för dag i postlistan. Datum och nummer visas alltid, också för det som är sekretessmarkerat.`,
  plan: (preserved: number, destroyed: number) =>
    `Handlingarna är ordnade efter en klassificeringsplan med ${preserved + destroyed} klasser, där handlingar i ${preserved} klasser bevaras och handlingar i ${destroyed} klasser gallras.`,
  address: 'E-post',
  diaries: 'Kommunens diarier',
  diariesLead: 'Varje nämnd är en egen myndighet med ett eget diarium. Dessa finns, med hur deras ärendenummer börjar:',
  parts: {
    organisation: 'Organisation och verksamhet',
    search: 'Register och andra hjälpmedel för sökning',
    technical: 'Tekniska hjälpmedel som enskilda kan använda',
    contact: 'Vem som kan lämna närmare upplysningar',
    secrecy: 'Vanliga bestämmelser om sekretess',
    exchange: 'Uppgifter som regelbundet hämtas från eller lämnas till andra',
    sale: 'Rätt till försäljning av personuppgifter',
  },
  help: {
    organisation: 'Myndighetens uppgifter och hur den är ordnad. Organen läggs till av sig själva.',
    search: 'Register och förteckningar vid sidan av diariet.',
    technical: 'Till exempel en besöksdator, och var den står.',
    contact: 'Telefon, besök och tider. Registratorerna läggs till av sig själva.',
    secrecy: 'Till exempel: 26 kap. 1 § OSL, uppgifter om enskildas personliga förhållanden inom socialtjänsten.',
    exchange: 'Vad, hur och med vem.',
    sale: 'Är det ingen, skriv det.',
  },
  why: 'Varje myndighet ska beskriva sina allmänna handlingar så att de går att söka. Den som frågar ska få beskrivningen.',
  whyLaw: '4 kap. 2 § OSL',
}

const english: typeof swedish = {
  title: 'Description of public records',
  lead: 'What an authority tells about its records to whoever wants to search for them. What the registry knows stands here by itself.',
  link: 'Description of the records',
  change: 'Change',
  pdf: 'PDF',
  authority: 'Authority',
  show: 'Show',
  saved: 'The description is saved.',
  save: 'Save',
  editLead:
    'Write what the authority itself knows. What is left empty and the registry does not know is shown as missing.',
  unwritten: (parts) => `Still missing: ${parts}.`,
  kind: 'Description',
  titleOf: (authority) => `Public records of ${authority}`,
  date: 'Date',
  paperLead: 'Description under chapter 4 section 2 of the Public Access to Information and Secrecy Act (2009:400).',
  missing: 'Not filled in.',
  isAuthority: (name) => `${name} is an authority of its own with its own diary. It holds records of:`,
  search: (prefix) =>
    `Public records are registered in an electronic diary. Every case has a number that begins with ${prefix} and every record a serial number. One can search by number, day, sender and recipient, words of the title and words of the record, and read the diary day by day in the post list. Day and number always show, also for what is marked secret.`,
  plan: (preserved, destroyed) =>
    `The records are ordered by a classification plan of ${preserved + destroyed} classes: records in ${preserved} classes are preserved and records in ${destroyed} classes destroyed in time.`,
  address: 'E-mail',
  diaries: 'The diaries of the municipality',
  diariesLead:
    'Every board is an authority of its own with its own diary. There are these, with how their case numbers begin:',
  parts: {
    organisation: 'Organisation and tasks',
    search: 'Registers and other search aids',
    technical: 'Technical aids that individuals may use',
    contact: 'Who can tell more',
    secrecy: 'Usual provisions on secrecy',
    exchange: 'Information regularly fetched from or given to others',
    sale: 'Right to sell personal data',
  },
  help: {
    organisation: 'The tasks of the authority and how it is ordered. The bodies are added by themselves.',
    search: 'Registers and lists beside the diary.',
    technical: 'For example a computer for visitors, and where it stands.',
    contact: 'Telephone, visits and hours. The registrars are added by themselves.',
    secrecy:
      'For example: chapter 26 section 1 OSL, information on the personal circumstances of individuals in social services.',
    exchange: 'What, how and with whom.',
    sale: 'If there is none, say so.',
  },
  why: 'Every authority describes its public records so that they can be searched. Whoever asks is to have the description.',
  whyLaw: 'OSL 4:2',
}

export const descriptionText = words(swedish, english)
