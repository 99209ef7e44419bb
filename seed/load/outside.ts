/** The two companies that are asked today: one answers on its personal link, the other by the Word form. */

import { perform, type Command } from '../../src/kernel/command.ts'
import { nobody } from '../../src/kernel/context.ts'
import { addDays } from '../../src/kernel/time.ts'
import { noteUpload } from '../../src/kernel/uploads.ts'
import { fileInZip, zipOf } from '../../src/kernel/zip.ts'
import { entriesOfZip } from '../../src/kernel/zip-directory.ts'
import {
  askOnLink,
  formOf,
  join,
  makeLink,
  readAnswer,
  saveCells,
  submitAnswer,
  tagOf,
  takeReading,
  type Place,
} from '../../src/modules/answering/index.ts'
import { story } from '../demo-city.ts'
import { outsideAnswers } from '../outside-answers.ts'
import { answerFile, atFiles } from './answer-files.ts'
import type { Loading } from './loading.ts'
import type { z } from 'zod'

const officer = story.planningSecretary

export async function answerFromOutside(loading: Loading, roundId: string): Promise<void> {
  const questions = await loading.ask((ctx) =>
    ctx.db.selectFrom('referral.questions').select('id').where('round_id', '=', roundId).orderBy('number').execute(),
  )
  const asked = { roundId, questionIds: questions.map(({ id }) => id) }
  await onLink(loading, asked)
  await byForm(loading, asked)
}

type Asked = { readonly roundId: string; readonly questionIds: readonly string[] }

async function recipientOf(loading: Loading, roundId: string, body: string): Promise<string> {
  const row = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('referral.recipients')
      .select('id')
      .where('round_id', '=', roundId)
      .where('body_id', '=', loading.body(body))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** As whoever holds the link: nobody is signed in. */
function asHolder<I extends z.ZodType, R>(loading: Loading, command: Command<I, R>, raw: z.input<I>): Promise<R> {
  const { clock, ...ground } = loading.ground
  return perform(command, { ...ground, actor: nobody, now: clock(), isDemo: true }, raw)
}

async function onLink(loading: Loading, { roundId, questionIds }: Asked): Promise<void> {
  const { body, people, texts, outside, question } = outsideAnswers.onLink
  const recipientId = await recipientOf(loading, roundId, body)
  const { token } = await loading.as(officer, addDays(loading.today, -5), makeLink, { roundId, recipientId })
  const answers = questionIds.flatMap((questionId, index) => {
    const given = texts[index]
    return given === undefined ? [] : [{ questionId, ...given }]
  })
  const [first, last] = people
  const { personId } = await asHolder(loading, join, { token, ...first })
  await asHolder(loading, askOnLink, { token, personId, words: question })
  const questionId = questionIds[atFiles] ?? ''
  const { name, bytes } = await answerFile(body, addDays(loading.today, -20))
  const files = [{ questionId, name, mediaType: 'application/pdf', content: Buffer.from(bytes).toString('base64') }]
  await asHolder(loading, saveCells, { token, personId, answers: [...answers, { questionId }], files })
  const { personId: lastId } = await asHolder(loading, join, { token, ...last })
  await asHolder(loading, submitAnswer, { token, personId: lastId, outside, stance: 'support', decidedBy: 'company' })
}

async function byForm(loading: Loading, { roundId, questionIds }: Asked): Promise<void> {
  const { body, texts, outside } = outsideAnswers.byForm
  const recipientId = await recipientOf(loading, roundId, body)
  const day = addDays(loading.today, -1)
  const form = await loading.ask((ctx) => formOf(ctx, { roundId, recipientId }))
  const bytes = filled(form, [
    ...texts.map(
      (words, index) => [{ part: 'question', field: 'text', questionId: questionIds[index] ?? '' }, words] as const,
    ),
    [{ part: 'outside' }, outside],
  ])
  const uploadId = await loading.write(officer, day, async (ctx) => {
    const kept = await ctx.files.keep(bytes)
    return noteUpload(ctx, { name: 'svarsformular.docx', mediaType: 'application/octet-stream', ...kept })
  })
  const { readingId } = await loading.as(officer, day, readAnswer, { roundId, recipientId, files: [uploadId] })
  await loading.as(officer, day, takeReading, { roundId, recipientId, readingId })
}

/** The form with words in its fields, as Word would leave it. */
function filled(form: Uint8Array, words: readonly (readonly [Place, string])[]): Uint8Array {
  const names = (entriesOfZip(form) ?? []).map(({ name }) => name)
  const files = names.map((name) => ({ name, bytes: fileInZip(form, name) ?? new Uint8Array() }))
  return zipOf(
    files.map((file) => (file.name === 'word/document.xml' ? { ...file, bytes: written(file.bytes, words) } : file)),
  )
}

function written(document: Uint8Array, words: readonly (readonly [Place, string])[]): Uint8Array {
  let xml = new TextDecoder().decode(document)
  for (const [place, said] of words) {
    const field = new RegExp(
      `(<w:tag w:val="${tagOf(place)}"/>[^]*?)<w:showingPlcHdr/>([^]*?<w:sdtContent>)[^]*?(</w:sdtContent>)`,
    )
    xml = xml.replace(field, `$1$2<w:p><w:r><w:t xml:space="preserve">${said}</w:t></w:r></w:p>$3`)
  }
  return new TextEncoder().encode(xml)
}
