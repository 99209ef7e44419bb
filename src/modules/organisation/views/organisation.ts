import { may, today, type Actor, type Read } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateField,
  dateOnly,
  demoMark,
  disclosure,
  emptyState,
  facts,
  field,
  pageHead,
  rejectionOf,
  section,
  select,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  appealCourtLabel,
  appealCourts,
  bodyKindLabel,
  isHeldOn,
  roleLabel,
  roles,
  type AppealCourt,
  type Authority,
  type Body,
  type Person,
} from '../model.ts'
import type { KindChange, Seat } from '../queries.ts'
import { text } from '../text.ts'
import { courtText } from '../text/court.ts'
import { kindForm, kindLines } from './kind.ts'

const t = text.organisation

type OrganisationProps = {
  readonly authorities: readonly Authority[]
  readonly bodies: readonly Body[]
  readonly actor: Actor
  readonly court: AppealCourt
  readonly rejected: Rejected | undefined
}

export function organisationPage({ authorities, bodies, actor, court, rejected }: OrganisationProps): Screen {
  const outside = bodies.filter((body) => body.authorityId === null)
  return {
    title: t.title,
    section: 'organisation',
    body: html`
      ${pageHead({ title: t.title, lead: t.lead })}
      ${authorities.map((authority) => authoritySection(authority, bodies, { actor, rejected }))}
      ${outside.length > 0 && section({ title: t.outside, count: outside.length, body: bodyTable(t.outside, outside) })}
      ${section({ title: courtText.title, body: courtPart(court, may(actor, 'organisation.set-appeal-court'), rejected) })}
      ${may(actor, 'organisation.add-person') && section({ title: t.addPerson, body: personForm(rejected) })}
    `,
  }
}

/** What holds for the whole municipality, and the form of those who may change it. */
function courtPart(court: AppealCourt, mayChange: boolean, rejected: Rejected | undefined): Html {
  const action = '/organisation/kammarratt'
  const choice = select({
    name: 'court',
    id: 'falt-kammarratt',
    label: courtText.label,
    choices: appealCourts.map((value) => ({ value, label: appealCourtLabel(value) })),
    value: court,
    empty: false,
    rejected: rejectionOf(rejected, action),
  })
  return html`<p>${courtText.lead}</p>${
    mayChange
      ? html`<form class="k-form" method="post" action="${action}">${choice}${button({ label: t.save, kind: 'secondary' })}</form>`
      : facts([{ term: courtText.label, value: appealCourtLabel(court) }])
  }`
}

function authoritySection(
  authority: Authority,
  bodies: readonly Body[],
  { actor, rejected }: { actor: Actor; rejected: Rejected | undefined },
): Html {
  const own = bodies.filter((body) => body.authorityId === authority.id)
  return section({
    title: authority.name,
    count: own.length,
    body: html`
      ${facts([
        { term: t.prefix, value: authority.prefix },
        { term: t.numberFormat, value: sample(authority) },
      ])}
      ${bodyTable(authority.name, own)}
      ${may(actor, 'organisation.set-number-format', authority.id) && formatForm(authority, rejected)}
    `,
  })
}

function sample({ numberFormat, prefix }: Authority): string {
  return numberFormat.replace('{prefix}', prefix).replace('{year}', '2026').replace('{n}', '1')
}

function formatForm(authority: Authority, rejected: Rejected | undefined): Html {
  const action = `/organisation/nummer/${authority.id}`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.format,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${field({
        name: 'numberFormat',
        id: `form-${authority.key}`,
        label: t.numberFormat,
        help: t.formatHelp,
        value: authority.numberFormat,
        width: 'm',
        rejected: back,
      })}
      ${button({ label: t.save, kind: 'secondary' })}
    </form>`,
  })
}

function bodyTable(caption: string, bodies: readonly Body[]): Html {
  return table({
    caption,
    columns: [
      { key: 'name', head: t.body },
      { key: 'kind', head: t.kind },
    ],
    rows: bodies.map((body) => ({
      href: `/organisation/${body.id}`,
      cells: {
        name: html`${capital(body.name)} ${body.isDemo && demoMark()}`,
        kind: bodyKindLabel(body.kind),
      },
    })),
    empty: emptyState({ title: t.bodies, text: t.noOne }),
  })
}

function personForm(rejected: Rejected | undefined): Html {
  const back = rejectionOf(rejected, '/organisation/personer')
  return html`<form class="k-form" method="post" action="/organisation/personer">
    ${field({ name: 'name', label: t.name, required: true, width: 'l', rejected: back })}
    ${field({ name: 'title', label: t.personTitle, required: true, width: 'l', rejected: back })}
    ${field({ name: 'email', label: t.email, type: 'email', required: true, width: 'l', rejected: back })}
    ${field({ name: 'phone', label: t.phone, type: 'tel', required: false, width: 'm', rejected: back })}
    ${button({ label: t.addPerson, kind: 'secondary' })}
  </form>`
}

type BodyProps = {
  readonly body: Body
  readonly authority: Authority | null
  readonly parent: Body | null
  readonly seats: readonly Seat[]
  readonly people: readonly Person[]
  readonly kinds: readonly KindChange[]
  /** What other modules add below the seats. */
  readonly parts: readonly Html[]
  readonly ctx: Read
  readonly rejected: Rejected | undefined
}

export function bodyPage({ body, authority, parent, seats, people, kinds, parts, ctx, rejected }: BodyProps): Screen {
  const day = today(ctx)
  const present = seats.filter((seat) => isHeldOn(seat, day) || seat.validFrom > day)
  const former = seats.filter((seat) => !present.includes(seat))
  const mayEnd = may(ctx.actor, 'organisation.end-membership', body.authorityId ?? ctx.actor.at)
  return {
    title: capital(body.name),
    section: 'organisation',
    body: html`
      ${pageHead({ title: capital(body.name), over: bodyKindLabel(body.kind), ...(body.isDemo && { status: demoMark() }) })}
      ${facts([
        { term: t.authority, value: authority === null ? t.noAuthority : `${authority.name} (${authority.prefix})` },
        {
          term: t.parent,
          value: parent !== null && html`<a href="/organisation/${parent.id}">${capital(parent.name)}</a>`,
        },
        { term: t.email, value: body.email },
        { term: t.kind, value: kindLines(kinds) },
      ])}
      ${section({ title: t.people, count: present.length, body: seatTable(t.people, present, { body, mayEnd }) })}
      ${former.length > 0 && disclosure({ summary: `${t.former} (${former.length})`, body: seatTable(t.former, former, { body, mayEnd: false }) })}
      ${
        may(ctx.actor, 'organisation.appoint', body.authorityId ?? ctx.actor.at) &&
        section({ title: t.appoint, body: appointForm({ body, people, day, rejected }) })
      }
      ${may(ctx.actor, 'organisation.set-body-kind', ctx.actor.at) && kindForm(body, rejected)}
      ${parts}
    `,
  }
}

function seatTable(caption: string, seats: readonly Seat[], { body, mayEnd }: { body: Body; mayEnd: boolean }): Html {
  return table({
    caption,
    columns: [
      { key: 'role', head: t.role },
      { key: 'name', head: t.name },
      { key: 'party', head: t.party },
      { key: 'from', head: t.from },
      { key: 'to', head: t.to },
      ...(mayEnd ? [{ key: 'end' as const, head: t.end, quietHead: true }] : []),
    ],
    rows: seats.map((seat) => ({
      cells: {
        role: seat.substituteOrder === null ? roleLabel(seat.role) : `${roleLabel(seat.role)} ${seat.substituteOrder}`,
        name: html`<a href="/personer/${seat.personId}">${seat.personName}</a>, ${seat.personTitle}`,
        party: seat.party ?? '',
        from: dateOnly(seat.validFrom),
        to: seat.validTo === null ? '' : dateOnly(seat.validTo),
        end: endForm(body, seat),
      },
    })),
    empty: emptyState({ title: t.people, text: t.noOne }),
  })
}

function endForm(body: Body, seat: Seat): Html {
  return html`<form method="post" action="/organisation/${body.id}/roller/${seat.id}/avsluta">
    ${button({ label: t.end, kind: 'tertiary', small: true, confirm: t.endConfirm(seat.personName, roleLabel(seat.role)) })}
  </form>`
}

type AppointProps = { body: Body; people: readonly Person[]; day: string; rejected: Rejected | undefined }

function appointForm({ body, people, day, rejected }: AppointProps): Html {
  const action = `/organisation/${body.id}/roller`
  const back = rejectionOf(rejected, action)
  return html`<form class="k-form" method="post" action="${action}">
    ${select({
      name: 'personId',
      label: t.person,
      choices: people.map((person) => ({ value: person.id, label: `${person.name}, ${person.title}` })),
      rejected: back,
    })}
    ${select({ name: 'role', label: t.role, choices: roles.map((role) => ({ value: role, label: roleLabel(role) })), rejected: back })}
    ${field({ name: 'substituteOrder', label: t.order, help: t.orderHelp, inputMode: 'numeric', required: false, width: 'xs', rejected: back })}
    ${field({ name: 'party', label: t.party, required: false, width: 'xs', rejected: back })}
    ${dateField({ name: 'validFrom', label: t.from, value: day, rejected: back })}
    ${dateField({ name: 'validTo', label: t.to, required: false, rejected: back })}
    ${button({ label: t.appointButton, kind: 'secondary' })}
  </form>`
}

export function personPage({ person, seats, ctx }: { person: Person; seats: readonly Seat[]; ctx: Read }): Screen {
  const day = today(ctx)
  return {
    title: person.name,
    section: 'organisation',
    width: 'reading',
    body: html`
      ${pageHead({ title: person.name, over: person.title, ...(person.isDemo && { status: demoMark() }) })}
      ${facts([
        { term: t.email, value: person.email },
        { term: t.phone, value: person.phone },
      ])}
      ${section({
        title: t.role,
        body: html`<ul>
          ${seats.map(
            (seat) => html`<li>
              ${roleLabel(seat.role)}, <a href="/organisation/${seat.bodyId}">${seat.bodyName}</a>
              ${!isHeldOn(seat, day) && html`(${t.former.toLowerCase()})`}
            </li>`,
          )}
        </ul>`,
      })}
    `,
  }
}
