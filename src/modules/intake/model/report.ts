/** News of a letter that we sent: what a delivery report says (RFC 3464), and which letters it may be about. Pure. */

import type { DeliveryReport } from '../../../kernel/post.ts'
import { letterIdsIn } from '../../../kernel/post-words.ts'

type Part = { readonly mediaType: string; readonly bytes: Uint8Array }

const longest = 64 * 1024

/** Null: it is no report of delivery. `references`: the messages that it says it answers. */
export function reportOf(parts: readonly Part[], references: readonly string[]): DeliveryReport | null {
  const said = parts.filter(({ mediaType }) => mediaType === 'message/delivery-status').map(textOf)
  if (said.length === 0) return null
  const fields = said.flatMap(fieldsOf)
  const returned = parts.filter(({ mediaType }) => /^(message\/rfc822|text\/rfc822-headers)$/.test(mediaType))
  const named = [...valuesOf(fields, 'original-envelope-id'), ...returned.flatMap(messageIds), ...references]
  return {
    letterIds: letterIdsIn(named),
    isFailure: valuesOf(fields, 'action').some((action) => /^failed\b/i.test(action)),
    reason: reasonIn(fields),
  }
}

function textOf({ bytes }: Part): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, longest))
}

type Field = readonly [name: string, value: string]

/** Fields, folded lines made whole. */
function fieldsOf(text: string): Field[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .flatMap((line): Field[] => {
      const [, name, value] = /^([!-9;-~]{1,60}):\s*(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]]
    })
}

function valuesOf(fields: readonly Field[], wanted: string): string[] {
  return fields.filter(([name]) => name === wanted).map(([, value]) => value)
}

/** The head of what came back: the Message-ID that we gave it. */
function messageIds(part: Part): string[] {
  const [head = ''] = textOf(part).split(/\r?\n\r?\n/)
  return valuesOf(fieldsOf(head), 'message-id')
}

/** What the other server said, else its code: "smtp; 550 5.1.1 No such user" → "550 5.1.1 No such user". */
function reasonIn(fields: readonly Field[]): string {
  const [diagnostic] = valuesOf(fields, 'diagnostic-code')
  const [code] = valuesOf(fields, 'status')
  return (diagnostic?.replace(/^[a-z-]+\s*;\s*/i, '') ?? code ?? '').slice(0, 900)
}
