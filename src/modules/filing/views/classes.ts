/** The classification plan as a tree, and the reading of one from a table. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  emptyState,
  fileField,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  status,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { changeOf, depthOf, type PlanChange, type PlanClass, type PlanRow } from '../model.ts'
import { text } from '../text.ts'
import { registerTabs } from './registers.ts'

export const classesHref = '/klassificering'
export const importHref = `${classesHref}/las-in`

export function ruleText({ retention, years }: Pick<PlanClass, 'retention' | 'years'>): string {
  return retention === 'preserve' ? text.classes.preserve : text.classes.destroy(years ?? 0)
}

export type ClassesProps = {
  readonly classes: readonly PlanClass[]
  readonly mayImport: boolean
  readonly authorityName: string
}

const openUpTo = 150

export function classesPage({ classes: all, mayImport, authorityName }: ClassesProps): Screen {
  const { classes } = text
  const areas = Map.groupBy(all, ({ code }) => code.split('.')[0] ?? '')
  const importLink =
    mayImport && linkButton({ href: importHref, label: classes.import, kind: 'secondary', icon: 'upload' })
  return {
    title: classes.title,
    section: 'register',
    body: html`${pageHead({
      title: classes.title,
      over: authorityName,
      lead: classes.lead,
      ...(all.length > 0 && {
        actions: html`${importLink}${linkButton({ href: `${classesHref}.csv`, label: 'CSV', kind: 'secondary', icon: 'download' })}`,
      }),
    })}${registerTabs('classes')}${
      all.length === 0
        ? emptyState({
            title: classes.emptyTitle,
            text: mayImport ? classes.empty : classes.mayNot,
            ...(importLink !== false && { action: importLink }),
          })
        : html`<div class="k-plan">${[...areas].map(([code, members]) => areaOf(code, members, all.length <= openUpTo))}</div>`
    }`,
  }
}

/** One verksamhetsområde, folded when the plan is long. */
function areaOf(code: string, members: readonly PlanClass[], isOpen: boolean): Html {
  const head = members.find((each) => each.code === code)
  const rest = members.filter((each) => each !== head)
  return html`<details class="k-disclosure"${isOpen && html` open`}>
    <summary><span class="k-number">${code}</span> ${head?.name} <span class="k-count">${rest.length}</span></summary>
    <div>${table({
      caption: `${code} ${head?.name ?? ''}`,
      columns: [
        { key: 'code', head: text.classes.code },
        { key: 'name', head: text.classes.name },
        { key: 'rule', head: text.classes.rule },
        { key: 'scope', head: text.classes.scope, hideOnPhone: true },
      ],
      rows: (rest.length === 0 ? members : rest).map(classRow),
      empty: html``,
    })}</div>
  </details>`
}

function classRow(each: PlanClass) {
  const depth = Math.min(depthOf(each.code), 5)
  return {
    cells: {
      code: html`<span class="k-number">${each.code}</span>`,
      name: html`<span class="k-depth" data-depth="${depth}">${each.name}</span>`,
      rule: ruleText(each),
      scope: each.authorityId === null ? text.shared : text.own,
    },
  }
}

export function importPage({ rejected }: { rejected: Rejected | undefined }): Screen {
  const { classes } = text
  const fields = fileField({
    name: 'files',
    label: classes.file,
    help: classes.fileHelp,
    accept: '.csv,.txt,text/csv',
    required: true,
    rejected: rejectionOf(rejected, importHref),
  })
  return {
    title: classes.importTitle,
    section: 'register',
    width: 'reading',
    body: html`${pageHead({ title: classes.importTitle, over: classes.title, lead: classes.importLead })}${primaryForm({
      action: importHref,
      label: classes.readIn,
      files: true,
      fields,
    })}`,
  }
}

export type PreviewProps = {
  readonly uploadId: string
  readonly name: string
  readonly rows: readonly PlanRow[]
  readonly there: ReadonlyMap<string, PlanClass>
  readonly mayShare: boolean
  readonly rejected: Rejected | undefined
}

const mostShown = 200

/** What would happen, row by row, before anything does. */
export function previewPage(props: PreviewProps): Screen {
  const { classes } = text
  const good = props.rows.filter(({ faults }) => faults.length === 0)
  const bad = props.rows.filter(({ faults }) => faults.length > 0)
  return {
    title: classes.previewTitle(props.name),
    section: 'register',
    body: html`${pageHead({
      title: classes.previewTitle(props.name),
      over: classes.title,
      lead: classes.previewLead(good.length, bad.length),
    })}${bad.length > 0 && section({ title: classes.faultCaption, count: bad.length, body: faultTable(bad) })}${
      good.length > 0 ? takeForm(props, bad.length > 0) : notice('warning', text.obstacle.nothing)
    }${good.length > 0 && section({ title: classes.goodCaption, count: good.length, body: goodTable(good, props.there) })}`,
  }
}

function takeForm({ uploadId, mayShare, rejected }: PreviewProps, hasFaults: boolean): Html {
  const { classes } = text
  const action = `${importHref}/${uploadId}`
  const shared = `${action}/alla`
  return html`<form class="k-form" method="post" action="${action}">
    ${hasFaults && checkbox({ name: 'skipFaults', label: classes.skip, rejected: rejectionOf(rejected, action) ?? rejectionOf(rejected, shared) })}
    <p class="k-help">${classes.takeOwnHelp}${mayShare && html` ${classes.takeShared}: ${classes.takeSharedHelp}`}</p>
    <div class="k-actions">${button({ label: classes.take })}${
      mayShare &&
      html`<button type="submit" class="ds-button" data-variant="secondary" data-color="neutral" formaction="${shared}">${classes.takeShared}</button>`
    }</div>
  </form>`
}

function faultTable(rows: readonly PlanRow[]): Html {
  const { classes } = text
  return html`${table({
    caption: classes.faultCaption,
    columns: [
      { key: 'line', head: classes.line, numeric: true },
      { key: 'code', head: classes.code },
      { key: 'name', head: classes.name },
      { key: 'fault', head: classes.fault },
    ],
    rows: rows.slice(0, mostShown).map((row) => ({
      tone: 'late' as const,
      cells: { line: row.line, code: row.code, name: row.name, fault: row.faults.join(' ') },
    })),
    empty: html``,
  })}${rows.length > mostShown && html`<p>${classes.shown(mostShown, rows.length)}</p>`}`
}

const changeStatus = { new: 'now', changed: 'waiting', same: 'done' } as const

function goodTable(rows: readonly PlanRow[], there: ReadonlyMap<string, PlanClass>): Html {
  const { classes } = text
  const changed = rows.map((row) => ({ row, change: changeOf(row, there) }))
  const count = (change: PlanChange) => changed.filter((each) => each.change === change).length
  return html`<p>${classes.counts(count('new'), count('changed'), count('same'))}</p>${table({
    caption: classes.goodCaption,
    columns: [
      { key: 'code', head: classes.code },
      { key: 'name', head: classes.name },
      { key: 'rule', head: classes.rule },
      { key: 'change', head: classes.change },
    ],
    rows: changed.slice(0, mostShown).map(({ row, change }) => ({
      cells: {
        code: html`<span class="k-number">${row.code}</span>`,
        name: row.name,
        rule: ruleText(row),
        change: status(changeStatus[change], classes.changes[change]),
      },
    })),
    empty: html``,
  })}${rows.length > mostShown && html`<p>${classes.shown(mostShown, rows.length)}</p>`}`
}
