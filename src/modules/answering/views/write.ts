/** The answer as those on the link write it: every question with its fields, who wrote last, and what to choose between. */

import { attribute, html, type Html } from '../../../kernel/html.ts'
import {
  autoSave,
  button,
  dayText,
  disclosure,
  fileField,
  linkButton,
  hiddenFields,
  notice,
  pageHead,
  rejectionOf,
  richField,
  section,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import {
  answerField,
  conditionLine,
  shownIfAsked,
  type AnswerChoices,
  type StatementAnswer,
} from '../../drafting/index.ts'
import {
  outsideKey,
  wholeKey,
  type Asked,
  type Cell,
  type CellKey,
  type Rival,
  type Working,
  type Writer,
} from '../model.ts'
import type { Submission } from '../model.ts'
import { text } from '../text.ts'
import { withItsFiles } from './files-again.ts'
import { rivalPart } from './rivals.ts'
import { wholeFields } from './whole.ts'
import { questionPart, whenText, writePath } from './words.ts'

export type WriteProps = {
  readonly token: string
  readonly asked: Asked
  readonly writer: Writer
  readonly writers: readonly Writer[]
  readonly working: Working
  readonly cells: readonly Cell[]
  readonly rivals: readonly Rival[]
  readonly submissions: readonly Submission[]
  readonly choices: AnswerChoices
  /** This page, so that what it has saved itself is not taken for another's. */
  readonly sheet: string
  readonly isLate: boolean
  /** The question whose file has just been saved, as its part of the page is called. */
  readonly saved: string | undefined
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function writeScreen(props: WriteProps): Screen {
  const { token, asked, writer, rivals } = props
  const t = text.write
  return {
    title: t.title(asked.title),
    width: 'reading',
    body: html`
      ${pageHead({
        title: t.title(asked.title),
        number: asked.referenceNumber,
        over: html`<a href="/svar/${token}">${t.back}</a>`,
        lead: html`${t.as(writer.name, writer.role)} <a href="/svar/${token}#skriv">${t.notYou}</a>`,
      })}
      ${submittedNotice(props)} ${rivals.length > 0 && rivalPart(props)}
      <shared-answer
        data-url="/api/v1/answer-links/${token}/news"
        data-notice="${text.rival.notice}"
        data-choose="${text.rival.choose}"
      ></shared-answer>
      ${autoSave({
        url: `/api/v1/answer-links/${token}/people/${writer.id}/save`,
        version: 0,
        key: `svar/${asked.recipientId}`,
        writer: writer.id,
        form: answerForm(props),
      })}
      ${filePart(props)} ${abstainPart(props)}
      <p><a href="/svar/${token}#fragor-och-svar">${text.inquiry.onStart}</a></p>
    `,
  }
}

function submittedNotice({ submissions, working, token }: WriteProps): Html {
  const [last] = submissions
  if (last === undefined) return html``
  const t = text.write
  const words = working.whole.stance === 'abstain' || last.statement.stance === 'abstain' ? t.isAbstaining : ''
  return notice(
    'info',
    html`<p>${t.submitted(last.version, whenText(last.at))} ${words} <a href="/svar/${token}/kvitto">${text.asked.toReceipt}</a></p>`,
  )
}

function answerForm(props: WriteProps): Html {
  const { token, writer, working, cells } = props
  const path = writePath(token, writer)
  const { statement } = working
  const back = rejectionOf(props.rejected, path) ?? rejectionOf(props.rejected, `${path}/lamna`)
  const rejected = back && withItsFiles(back, statement.answers)
  return html`<form class="k-form" method="post" action="${path}"${attribute('enctype', statement.answers.some(({ kind }) => kind === 'file') && 'multipart/form-data')}>
    ${hiddenFields(rejected === undefined ? { sheet: props.sheet, ...seenOf(cells) } : seenBefore(rejected))}
    ${statement.answers.map((answer, index) =>
      shownIfAsked(
        answer,
        { answers: statement.answers, nameOf: (at) => `answers.${at}` },
        html`<div class="k-shared-part">${oneQuestion(answer, index, { ...props, rejected })}${lastLine(cells, answer.questionId)}</div>`,
      ),
    )}
    <div class="k-shared-part">
      ${richField({ name: 'outside', label: text.write.outside, help: text.write.outsideHelp, value: statement.outside, size: 'small', required: false, rejected })}
      ${lastLine(cells, outsideKey)}
    </div>
    ${section({ title: text.write.whole, body: html`${wholeFields({ whole: working.whole, asked: props.asked, today: props.today, rejected })}${lastLine(cells, wholeKey)}` })}
    <div class="k-stance-open">${notice('warning', text.write.stanceOpen)}</div>
    <p class="k-quiet">${endWords(props)}</p>
    <div class="k-actions">
      ${button({ label: props.submissions.length > 0 ? text.write.submitAgain : text.write.submit, formAction: `${path}/lamna` })}
      ${button({ label: text.write.save, kind: 'secondary', noValidate: true })}
    </div>
  </form>`
}

function oneQuestion(answer: StatementAnswer, index: number, { working, choices, rejected, saved }: WriteProps): Html {
  const { answers } = working.statement
  const name = `answers.${index}`
  const { number, question, help, questionId, isRequired } = answer
  const id = questionPart(number)
  return section({
    id,
    title: `${number}. ${question}`,
    body: html`
      ${isRequired && html`<p class="k-over">${text.write.required}</p>`}
      ${conditionLine(answer, answers)} ${help !== null && html`<p class="k-help">${help}</p>`}
      ${hiddenFields({ [`${name}.questionId`]: questionId })} ${answer.kind === 'file' && saved === id && notice('success', html`<p role="status">${text.write.fileSaved}</p>`)}
      ${answerField({ answer, name, choices, rejected, ...(answer.kind === 'file' && { next: id }), files: { at: null, by: 'guest' } })}
    `,
  })
}

/** The version that this page shows of each cell. */
function seenOf(cells: readonly Cell[]): Record<string, string> {
  return Object.fromEntries(cells.map(({ key, version }) => [`seen.${key}`, String(version)]))
}

/** A page that comes back with its own words goes on from what it had seen: what another wrote meanwhile it has not. */
function seenBefore({ values }: Rejected): Record<string, string> {
  const sent = Object.entries(values).filter(([name]) => name === 'sheet' || name.startsWith('seen.'))
  return Object.fromEntries(sent.map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')]))
}

function endWords({ asked, isLate }: WriteProps): string {
  if (isLate) return text.write.submitLate
  return asked.answerBy === null ? text.write.saved : text.write.submitHelp(dayText(asked.answerBy))
}

function lastLine(cells: readonly Cell[], key: CellKey): Html {
  const cell = cells.find((one) => one.key === key)
  const words = cell === undefined ? text.write.nobody : text.write.last(cell.by.name, cell.by.role, whenText(cell.at))
  return html`<p class="k-quiet" data-last="${key}">${words}</p>`
}

/** The Word form, to download and to put in when it is filled in. */
function filePart({ token, writer, rejected }: WriteProps): Html {
  const t = text.reading
  const action = `${writePath(token, writer)}/inlasning`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.uploadOnLink,
    open: back !== undefined,
    body: html`<p>${t.wordFormHelp} ${t.uploadOnLinkHelp}</p>
      ${linkButton({ href: `/svar/${token}/formular.docx`, label: t.getForm, kind: 'tertiary', icon: 'download', download: true })}
      <form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
        ${fileField({ name: 'file', label: t.file, rejected: back })}
        ${button({ label: t.read, kind: 'secondary' })}
      </form>`,
  })
}

function abstainPart({ token, writer, rejected }: WriteProps): Html {
  const t = text.write
  const action = `${writePath(token, writer)}/avsta`
  const back = rejectionOf(rejected, action)
  return disclosure({
    summary: t.abstain,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      <p>${t.abstainHelp}</p>
      ${hiddenFields({ abstains: 'ja' })}
      ${textArea({ name: 'reason', label: t.reason, rows: 3, required: false, rejected: back })}
      ${button({ label: t.doAbstain, kind: 'secondary' })}
    </form>`,
  })
}
