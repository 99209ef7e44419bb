/** The contact register: a list to search in, and the form of one contact. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  chips,
  emptyState,
  field,
  linkButton,
  pageHead,
  primaryForm,
  radios,
  rejectionOf,
  section,
  status,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { contactKinds, type Contact } from '../model.ts'
import type { ContactPage } from '../queries.ts'
import { text } from '../text.ts'
import { registerTabs } from './registers.ts'

export const contactsHref = '/kontakter'

export type ContactsProps = {
  readonly page: ContactPage
  readonly asked: string
  readonly withInactive: boolean
  readonly authorityName: string
  readonly mayAdd: boolean
}

function address(
  { asked, withInactive }: Pick<ContactsProps, 'asked' | 'withInactive'>,
  after?: string | null,
): string {
  const query = new URLSearchParams()
  if (asked !== '') query.set('q', asked)
  if (withInactive) query.set('alla', '1')
  if (after !== undefined && after !== null) query.set('efter', after)
  return query.size === 0 ? contactsHref : `${contactsHref}?${query.toString()}`
}

export function contactsPage(props: ContactsProps): Screen {
  const { contacts } = text
  return {
    title: contacts.title,
    section: 'register',
    body: html`${pageHead({
      title: contacts.title,
      over: props.authorityName,
      lead: contacts.lead,
      ...(props.mayAdd && { actions: linkButton({ href: `${contactsHref}/ny`, label: contacts.new, icon: 'plus' }) }),
    })}${registerTabs('contacts')}${searchForm(props)}${table({
      caption: contacts.caption,
      columns: [
        { key: 'name', head: contacts.name },
        { key: 'kind', head: contacts.kind },
        { key: 'email', head: contacts.email },
        ...(props.page.contacts.some(isShared) ? [{ key: 'scope' as const, head: contacts.scope }] : []),
        ...(props.withInactive ? [{ key: 'state' as const, head: text.state }] : []),
      ],
      rows: props.page.contacts.map(contactRow),
      empty: empty(props),
      more: props.page.next === null ? undefined : address(props, props.page.next),
    })}`,
  }
}

function searchForm(props: ContactsProps): Html {
  const { contacts } = text
  return html`<form class="k-search-form" method="get" action="${contactsHref}" role="search">
    ${field({ name: 'q', label: contacts.search, value: props.asked, type: 'search', width: 'l' })}
    ${props.withInactive && html`<input type="hidden" name="alla" value="1" />`}
    ${button({ label: contacts.find, kind: 'secondary', icon: 'search' })}
  </form>${chips(
    [
      { label: contacts.onlyActive, href: address({ ...props, withInactive: false }), current: !props.withInactive },
      { label: contacts.showInactive, href: address({ ...props, withInactive: true }), current: props.withInactive },
    ],
    contacts.filter,
  )}`
}

function isShared({ authorityId }: Contact): boolean {
  return authorityId === null
}

function contactRow(contact: Contact) {
  return {
    href: `${contactsHref}/${contact.id}`,
    ...(!contact.isActive && { tone: 'quiet' as const }),
    cells: {
      name: contact.name,
      kind: text.contacts.kinds[contact.kind],
      email: contact.email !== null && html`<span class="k-wrap">${contact.email}</span>`,
      scope: isShared(contact) ? text.shared : text.own,
      state: useStatus(contact.isActive),
    },
  }
}

export function useStatus(isActive: boolean): Html {
  return isActive ? status('done', text.active) : status('planned', text.inactive)
}

function empty({ asked, mayAdd }: ContactsProps): Html {
  return emptyState({
    title: asked === '' ? text.contacts.emptyTitle : text.contacts.none(asked),
    text: text.contacts.empty,
    ...(mayAdd && { action: linkButton({ href: `${contactsHref}/ny`, label: text.contacts.new, kind: 'secondary' }) }),
  })
}

function fields(contact: Contact | null, rejected: Rejected | undefined): Html {
  const { contacts } = text
  return html`${field({ name: 'name', label: contacts.name, value: contact?.name, maxLength: 200, width: 'l', required: true, rejected })}${radios(
    {
      name: 'kind',
      label: contacts.kind,
      choices: contactKinds.map((kind) => ({ value: kind, label: contacts.kinds[kind] })),
      value: contact?.kind ?? 'organisation',
      inline: true,
      rejected,
    },
  )}${field({ name: 'email', label: contacts.email, value: contact?.email, type: 'email', width: 'l', required: false, rejected })}${field(
    {
      name: 'address',
      label: contacts.address,
      value: contact?.address,
      maxLength: 500,
      width: 'l',
      required: false,
      rejected,
    },
  )}${field({ name: 'number', label: contacts.number, value: contact?.number, maxLength: 40, width: 's', required: false, rejected })}`
}

export function newContactPage({ rejected }: { rejected: Rejected | undefined }): Screen {
  const action = `${contactsHref}/ny`
  return {
    title: text.contacts.new,
    section: 'register',
    width: 'reading',
    body: html`${pageHead({ title: text.contacts.new, over: text.contacts.title })}${primaryForm({
      action,
      label: text.contacts.add,
      fields: fields(null, rejectionOf(rejected, action)),
    })}`,
  }
}

export type ContactProps = {
  readonly contact: Contact
  readonly mayEdit: boolean
  readonly rejected: Rejected | undefined
}

export function contactPage({ contact, mayEdit, rejected }: ContactProps): Screen {
  const action = `${contactsHref}/${contact.id}`
  return {
    title: contact.name,
    section: 'register',
    width: 'reading',
    body: html`${pageHead({ title: contact.name, over: text.contacts.title, status: useStatus(contact.isActive) })}${
      mayEdit &&
      html`${primaryForm({ action, label: text.save, fields: fields(contact, rejectionOf(rejected, action)) })}${useForm(
        {
          action: `${action}/bruk`,
          isActive: contact.isActive,
          words: text.contacts,
        },
      )}`
    }`,
  }
}

export type UseWords = { readonly stop: string; readonly start: string; readonly stopHelp: string }

/** Stops or starts using something in a register. */
export function useForm(about: {
  readonly action: string
  readonly isActive: boolean
  readonly words: UseWords
}): Html {
  const { action, isActive, words } = about
  return section({
    title: isActive ? words.stop : words.start,
    body: html`<p>${words.stopHelp}</p>${primaryForm({
      action,
      label: isActive ? words.stop : words.start,
      hidden: { isActive: isActive ? '' : 'ja' },
      kind: 'secondary',
    })}`,
  })
}
