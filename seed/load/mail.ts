/** What waits in the inbox of the service board, taken in as if it had come by post, and what has left it. */

import { noteReport, post } from '../../src/kernel/post.ts'
import { addDays } from '../../src/kernel/time.ts'
import { receive, takeApart } from '../../src/modules/intake/index.ts'
import { story } from '../demo-city.ts'
import { sentMail, waitingMail, type WaitingMail } from '../waiting-mail.ts'
import type { Loading } from './loading.ts'

const to = 'sn@malmo.example'

export async function loadMail(loading: Loading): Promise<void> {
  for (const [index, mail] of waitingMail.entries()) await takeIn(loading, mail, index + 1)
  await putInThePost(loading)
}

/** Two letters of the service board's: one that waits, as all do without a mail server, and one that came back. */
async function putInThePost(loading: Loading): Promise<void> {
  const authorityId = loading.authority('sn')
  await loading.write(story.registrarSN, addDays(loading.today, -1), async (ctx) => {
    for (const { name, address, subject, words, cameBack } of sentMail) {
      const letterId = await post(ctx, {
        to: { name, address },
        from: { authorityId, name: 'Servicenämnden', replyTo: to },
        write: () => ({ subject, text: words }),
        about: { topic: 'demo.letter' },
      })
      if (cameBack !== undefined) await noteReport(ctx, { letterIds: [letterId], isFailure: true, reason: cameBack })
    }
  })
}

async function takeIn(loading: Loading, mail: WaitingMail, number: number): Promise<void> {
  const day = addDays(loading.today, -mail.daysAgo)
  const authorityId = loading.authority('sn')
  await loading.write(story.registrarSN, day, async (ctx) => {
    const original = await ctx.files.keep(bytesOf(mail, { day, number }))
    const envelopeFrom = /<([^>]*)>/.exec(mail.from)?.[1] ?? ''
    await receive(ctx, await takeApart(ctx.files, original, ctx.now), {
      via: 'smtp',
      authorityId,
      envelopeFrom,
      envelopeTo: [to],
    })
  })
}

function bytesOf(mail: WaitingMail, { day, number }: { readonly day: string; readonly number: number }): Buffer {
  const head = [
    `From: ${mail.from}`,
    `To: ${to}`,
    `Subject: ${mail.subject}`,
    `Date: ${new Date(`${day}T06:40:00Z`).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <demo-${day}-${number}@brev.example>`,
    'MIME-Version: 1.0',
    ...(mail.headers ?? []),
  ]
  const words = `Content-Type: text/plain; charset=utf-8\n\n${mail.words}\n`
  if (mail.file === undefined) return lines([...head, words])
  const { name, type, words: content } = mail.file
  const file = `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}`
  return lines([
    ...head,
    'Content-Type: multipart/mixed; boundary=demo',
    '',
    '--demo',
    words,
    '--demo',
    file,
    '--demo--',
    '',
  ])
}

function lines(written: readonly string[]): Buffer {
  return Buffer.from(written.join('\n').replaceAll('\n', '\r\n'))
}
