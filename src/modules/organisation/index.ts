/** Bodies, people and roles: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import type { Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Rejected } from '../../kernel/ui/index.ts'
import type { Body, WorkItem } from './model.ts'
import { routes } from './routes.ts'
import { text } from './text.ts'

export { addPerson, appoint, endMembership, setNumberFormat } from './commands/people.ts'
export { importBoards, importOfficers } from './commands/imported.ts'
export { foundOrganisation, type Founded, type Founding } from './commands/founding.ts'
export { createToken, keepPassword } from './commands/passwords.ts'
export { actorFor, identifyWith } from './identify.ts'
export {
  bodyKindLabel,
  roleLabel,
  type Authority,
  type Body,
  type BodyKind,
  type GrantTable,
  type MailChoice,
  type Person,
  type Role,
  type WorkItem,
} from './model.ts'
export { appealCourtLabel, appealCourts, type AppealCourt } from './model.ts'
export {
  appealCourt,
  findBodyByName,
  getAuthority,
  getBody,
  addressOfAuthority,
  getPerson,
  listAuthorities,
  listBodies,
  listDigestReaders,
  listPeople,
  listPeopleWithRole,
  mailChoicesOf,
  type BodyFilter,
  type PersonInRole,
} from './queries.ts'

/** What a module contributes to "my work" (Mitt arbete). */
export type WorkList = { readonly key: string; readonly show: (ctx: Read) => Promise<readonly WorkItem[]> }

/** What a module downstream adds to a body's page; null: nothing for this body. A form that was refused comes with it. */
export type BodyPart = {
  readonly order: number
  readonly show: (ctx: Read, body: Body, rejected: Rejected | undefined) => Promise<Html | null>
}

/** Told what of "my work" a person is shown, all of it at once: for those who note who has seen what (E-17). */
export type WorkSeen = { readonly note: (ctx: Read, items: readonly WorkItem[]) => Promise<void> }

declare module '../../kernel/slots.ts' {
  interface Slots {
    'body.part': BodyPart
    'work.seen': WorkSeen
    'work.list': WorkList
  }
}

export const organisationModule: Module = {
  name: 'organisation',
  routes,
  navigation: [
    { key: 'work', order: 10, label: () => text.work.title, href: '/', may: 'someone' },
    { key: 'me', order: 80, label: () => text.me.title, href: '/jag', may: 'someone', isApart: true },
    {
      key: 'organisation',
      order: 90,
      label: () => text.organisation.title,
      href: '/organisation',
      may: 'someone',
      isApart: true,
    },
  ],
  grants: {
    'organisation.sign-out': ['*'],
    'organisation.change-password': ['*'],
    'organisation.create-token': ['*'],
    'organisation.revoke-token': ['*'],
    'organisation.renew-calendar-key': ['*'],
    'organisation.revoke-calendar-key': ['*'],
    'organisation.choose-mail': ['*'],
    'organisation.appoint': ['administrator', 'registrar'],
    'organisation.end-membership': ['administrator', 'registrar'],
    'organisation.add-person': ['administrator', 'registrar'],
    'organisation.set-password': ['administrator'],
    'organisation.set-number-format': ['administrator', 'registrar'],
    'organisation.set-body-kind': ['administrator'],
    'organisation.set-appeal-court': ['administrator'],
  },
}
