/** What "my work" says of answering together (I-18). */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    write: (title: string) => `Skriv för flera: ${title}`,
    writeDetail: (names: string) =>
      `${names} svarar tillsammans med er. Skicka yttrandet till dem när det är godkänt, i god tid före deras sammanträden.`,
    send: (title: string) => `Skicka det samordnade yttrandet: ${title}`,
    sendDetail: (names: string) => `${names} har inte fått den godkända texten.`,
    doSend: 'Skicka',
    waits: (title: string) => `Andra beslutar: ${title}`,
    waitsDetail: (names: string) => `${names} har fått yttrandet och har inte beslutat.`,
    joined: (title: string) => `Samordnat yttrande: ${title}`,
    joinedDetail: (host: string) => `${host} skriver yttrandet och har inte skickat det än.`,
    came: (host: string, day: string) => `Yttrandet från ${host} kom ${day}.`,
    cameAnew: (host: string, day: string) => `Ändrat yttrande från ${host} kom ${day}.`,
    toDo: 'Skriv en tjänsteskrivelse och lägg yttrandet bland nämndens handlingar.',
    toDoAnew: 'Lägg den nya texten bland nämndens handlingar, om det är den ni står bakom.',
    toDoOffice: 'Expediera svaret när chefen står bakom det.',
    released: (title: string) => `Svara själva: ${title}`,
    releasedDetail: (host: string, day: string) =>
      `${host} släppte er ur det samordnade yttrandet ${day}. Börja ert eget svar.`,
    open: 'Öppna',
  },
  {
    write: (title: string) => `Write for several: ${title}`,
    writeDetail: (names: string) =>
      `${names} answer together with you. Send them the statement when it is approved, in good time before their meetings.`,
    send: (title: string) => `Send the joint statement: ${title}`,
    sendDetail: (names: string) => `${names} have not got the approved text.`,
    doSend: 'Send',
    waits: (title: string) => `Others decide: ${title}`,
    waitsDetail: (names: string) => `${names} have got the statement and have not decided.`,
    joined: (title: string) => `Joint statement: ${title}`,
    joinedDetail: (host: string) => `${host} writes the statement and has not sent it yet.`,
    came: (host: string, day: string) => `The statement from ${host} came ${day}.`,
    cameAnew: (host: string, day: string) => `A changed statement from ${host} came ${day}.`,
    toDo: 'Write a memo, and put the statement among the papers of the board.',
    toDoAnew: 'Put the new text among the papers of the board, if it is the one you stand behind.',
    toDoOffice: 'Dispatch the answer when the head stands behind it.',
    released: (title: string) => `Answer by yourselves: ${title}`,
    releasedDetail: (host: string, day: string) =>
      `${host} released you from the joint statement ${day}. Begin your own answer.`,
    open: 'Open',
  },
)
