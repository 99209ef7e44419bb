/** A message's other files, where an answer that came with it is read in: at which question each is put. */

import { html, type Html } from '../../../kernel/html.ts'
import { hiddenFields, section, select, type Rejected } from '../../../kernel/ui/index.ts'
import { fileQuestions, type Asked, type Attachment, type Beside } from '../model.ts'
import { text } from '../text.ts'

export type AttachmentsProps = {
  readonly asked: Pick<Asked, 'questions'>
  readonly files: readonly Beside[]
  /** As it was last said. */
  readonly attachments: readonly Attachment[]
  readonly rejected: Rejected | undefined
}

/** Nothing where no question is answered with files, or the message has no other. */
export function attachmentsForm({ asked, files, attachments, rejected }: AttachmentsProps): Html {
  const t = text.reading
  const questions = fileQuestions(asked)
  if (questions.length === 0 || files.length === 0) return html``
  const choices = questions.map(({ id, number }) => ({ value: id, label: t.question(number) }))
  return section({
    title: t.attachments,
    body: html`<p>${t.attachmentsHelp}</p>
      ${files.map(({ position, name }, at) => {
        const field = `attachments.${at}`
        const value = attachments.find((one) => one.position === position)?.to ?? ''
        return html`${hiddenFields({ [`${field}.position`]: String(position) })}
        ${select({ name: `${field}.to`, label: name, choices, value, empty: t.attachmentNowhere, required: false, width: 'l', rejected })}`
      })}`,
  })
}
