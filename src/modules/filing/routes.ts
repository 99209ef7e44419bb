import { z } from 'zod'
import { may } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { takeUploads } from '../../kernel/uploads.ts'
import { getAuthority } from '../organisation/index.ts'
import {
  addCaseType,
  addContact,
  editCaseType,
  editContact,
  importClasses,
  importSharedClasses,
  planOf,
  readClasses,
  useCaseType,
  useContact,
} from './commands.ts'
import { contactKinds } from './model.ts'
import {
  classesByCode,
  getCaseType,
  getContact,
  listCaseTypes,
  listClasses,
  listContacts,
  listOfficersAt,
  readContactCursor,
  suggestContacts,
} from './queries.ts'
import { text } from './text.ts'
import { caseTypePage, caseTypesHref, caseTypesPage } from './views/case-types.ts'
import { classesHref, classesPage, importHref, importPage, previewPage } from './views/classes.ts'
import { contactPage, contactsHref, contactsPage, newContactPage } from './views/contacts.ts'
import { planCsv } from './views/csv.ts'

const contacts = page(contactsHref, {
  may: 'someone',
  params: z.object({
    q: z.string().max(200).default(''),
    alla: z.literal('1').optional(),
    efter: z.string().max(300).optional(),
  }),
  show: async (ctx, { q, alla, efter }) => {
    const at = found(ctx.actor.at)
    const withInactive = alla === '1'
    return contactsPage({
      page: await listContacts(ctx, { authorityId: at, asked: q, withInactive }, { after: readContactCursor(efter) }),
      asked: q.trim(),
      withInactive,
      authorityName: (await getAuthority(ctx, at)).name,
      mayAdd: may(ctx.actor, 'filing.add-contact', at),
    })
  },
})

const newContact = page(`${contactsHref}/ny`, {
  may: 'filing.add-contact',
  params: z.object({}),
  show: async (_ctx, _params, rejected) => newContactPage({ rejected }),
})

const oneContact = page(`${contactsHref}/:contactId`, {
  may: 'someone',
  params: z.object({ contactId: z.uuid() }),
  show: async (ctx, { contactId }, rejected) => {
    const contact = await getContact(ctx, contactId)
    const mayEdit = may(ctx.actor, 'filing.edit-contact', contact.authorityId ?? ctx.actor.at)
    return contactPage({ contact, mayEdit, rejected })
  },
})

const contactAnswer = answer('/contacts', {
  may: 'someone',
  params: z.object({ q: z.string().max(200).default('') }),
  result: z.object({
    contacts: z.array(
      z.object({ id: z.uuid(), name: z.string(), kind: z.enum(contactKinds), email: z.string().nullable() }),
    ),
  }),
  show: async (ctx, { q }) => {
    if (ctx.actor.at === null) return { contacts: [] }
    const found = await suggestContacts(ctx, { authorityId: ctx.actor.at, asked: q })
    return { contacts: found.map(({ id, name, kind, email }) => ({ id, name, kind, email })) }
  },
})

const classes = page(classesHref, {
  may: 'someone',
  params: z.object({}),
  show: async (ctx) => {
    const at = found(ctx.actor.at)
    return classesPage({
      classes: await listClasses(ctx, at),
      mayImport: may(ctx.actor, 'filing.import-classes', at),
      authorityName: (await getAuthority(ctx, at)).name,
    })
  },
})

const classesFile = download(`${classesHref}.csv`, {
  may: 'someone',
  params: z.object({}),
  send: async (ctx) => ({
    name: text.classes.csvFile,
    mediaType: 'text/csv',
    inline: false,
    body: planCsv(await listClasses(ctx, ctx.actor.at)),
  }),
})

const reading = page(importHref, {
  may: 'filing.import-classes',
  params: z.object({}),
  show: async (_ctx, _params, rejected) => importPage({ rejected }),
})

const preview = page(`${importHref}/:uploadId`, {
  may: 'filing.import-classes',
  params: z.object({ uploadId: z.uuid() }),
  show: async (ctx, { uploadId }, rejected) => {
    const [file] = await takeUploads(ctx, [uploadId])
    const { name } = found(file)
    return previewPage({
      uploadId,
      name,
      rows: await planOf(ctx, found(file)),
      there: await classesByCode(ctx, ctx.actor.at),
      mayShare: may(ctx.actor, 'filing.import-shared-classes', ctx.actor.at),
      rejected,
    })
  },
})

const caseTypes = page(caseTypesHref, {
  may: 'someone',
  params: z.object({}),
  show: async (ctx) => {
    const at = found(ctx.actor.at)
    const mayEdit = may(ctx.actor, 'filing.edit-case-type', at)
    return caseTypesPage({
      types: await listCaseTypes(ctx, at, { withInactive: mayEdit }),
      authorityName: (await getAuthority(ctx, at)).name,
      mayEdit,
    })
  },
})

const newCaseType = page(`${caseTypesHref}/ny`, {
  may: 'filing.add-case-type',
  params: z.object({}),
  show: async (ctx, _, rejected) => {
    const at = found(ctx.actor.at)
    const choices = { classes: await listClasses(ctx, at), officers: await listOfficersAt(ctx, at) }
    return caseTypePage({ type: null, ...choices, rejected })
  },
})

const oneCaseType = page(`${caseTypesHref}/:caseTypeId`, {
  may: 'filing.edit-case-type',
  params: z.object({ caseTypeId: z.uuid() }),
  show: async (ctx, { caseTypeId }, rejected) => {
    const type = await getCaseType(ctx, caseTypeId)
    const { authorityId } = type
    const choices = { classes: await listClasses(ctx, authorityId), officers: await listOfficersAt(ctx, authorityId) }
    return caseTypePage({ type, ...choices, rejected })
  },
})

export const routes: readonly Route[] = [
  contacts,
  newContact,
  oneContact,
  contactAnswer,
  classes,
  classesFile,
  reading,
  preview,
  caseTypes,
  newCaseType,
  oneCaseType,
  form(`${contactsHref}/ny`, addContact, {
    back: `${contactsHref}/ny`,
    then: () => contactsHref,
    says: () => text.contacts.added,
  }),
  form(`${contactsHref}/:contactId`, editContact, {
    back: `${contactsHref}/:contactId`,
    then: () => contactsHref,
    says: () => text.contacts.saved,
  }),
  form(`${contactsHref}/:contactId/bruk`, useContact, {
    back: `${contactsHref}/:contactId`,
    then: () => contactsHref,
    says: ({ isActive }) => (isActive ? text.contacts.started : text.contacts.stopped),
  }),
  form(importHref, readClasses, { back: importHref, then: (_, { uploadId }) => `${importHref}/${uploadId}` }),
  form(`${importHref}/:uploadId`, importClasses, {
    back: `${importHref}/:uploadId`,
    then: () => classesHref,
    says: ({ taken }) => text.classes.taken(taken),
  }),
  form(`${importHref}/:uploadId/alla`, importSharedClasses, {
    back: `${importHref}/:uploadId`,
    then: () => classesHref,
    says: ({ taken }) => text.classes.taken(taken),
  }),
  form(`${caseTypesHref}/ny`, addCaseType, {
    back: `${caseTypesHref}/ny`,
    then: () => caseTypesHref,
    says: () => text.caseTypes.added,
  }),
  form(`${caseTypesHref}/:caseTypeId`, editCaseType, {
    back: `${caseTypesHref}/:caseTypeId`,
    then: () => caseTypesHref,
    says: () => text.caseTypes.saved,
  }),
  form(`${caseTypesHref}/:caseTypeId/bruk`, useCaseType, {
    back: `${caseTypesHref}/:caseTypeId`,
    then: () => caseTypesHref,
    says: ({ isActive }) => (isActive ? text.caseTypes.started : text.caseTypes.stopped),
  }),
  endpoint('/contacts', addContact),
  endpoint('/contacts/:contactId', editContact, 'PUT'),
  endpoint('/contacts/:contactId/use', useContact, 'PUT'),
  endpoint('/classes/readings', readClasses),
  endpoint('/classes/imports', importClasses),
  endpoint('/classes/shared-imports', importSharedClasses),
  endpoint('/case-types', addCaseType),
  endpoint('/case-types/:caseTypeId', editCaseType, 'PUT'),
  endpoint('/case-types/:caseTypeId/use', useCaseType, 'PUT'),
]
