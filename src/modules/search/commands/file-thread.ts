/** The thread that reads files: PDF, DOCX and text as the kernel does, and e-mail with what is attached to it. */

import { parentPort } from 'node:worker_threads'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { textOf, UnreadableFile } from '../../../kernel/file-text.ts'

export type FileToRead = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
export type FileRead = {
  readonly state: UnreadableFile['code'] | 'read' | 'too-slow' | 'missing'
  readonly text: string
}

/** What is kept of a file: enough to find it by. */
const mostCharacters = 600_000
const mostAttachments = 30
const silent = /^(image|video|audio)\//

/** The text, in composed characters and without what a store cannot keep. Never throws. */
async function readText(file: FileToRead): Promise<FileRead> {
  try {
    const text = isMail(file) ? await textOfMail(file.bytes) : (await textOf(file.bytes, file.name)).text
    return { state: 'read', text: text.toWellFormed().normalize('NFC').replaceAll('\0', ' ').slice(0, mostCharacters) }
  } catch (error) {
    return { state: error instanceof UnreadableFile ? error.code : 'damaged', text: '' }
  }
}

function isMail({ name, mediaType }: FileToRead): boolean {
  return mediaType.startsWith('message/rfc822') || name.toLowerCase().endsWith('.eml')
}

async function textOfMail(bytes: Uint8Array): Promise<string> {
  const mail = await PostalMime.parse(bytes)
  const attached: string[] = []
  for (const part of mail.attachments.slice(0, mostAttachments)) attached.push(await textOfAttachment(part))
  return [mail.subject ?? '', ...peopleOf(mail), mail.text ?? withoutTags(mail.html ?? ''), ...attached].join('\n')
}

function peopleOf({ from, to = [], cc = [] }: Email): string[] {
  return [from, ...to, ...cc].map((each) => `${each?.name ?? ''} ${each?.address ?? ''}`)
}

function withoutTags(html: string): string {
  return html.replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, ' ').replaceAll(/<[^>]+>/g, ' ')
}

/** What is attached and cannot be read leaves the letter itself readable. */
async function textOfAttachment({ filename, mimeType, content }: Attachment): Promise<string> {
  const name = filename ?? ''
  if (silent.test(mimeType)) return name
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return textOf(bytes, name).then(
    ({ text }) => `${name}\n${text}`,
    () => name,
  )
}

parentPort?.on('message', (file: FileToRead) => void readText(file).then((read) => parentPort?.postMessage(read)))
