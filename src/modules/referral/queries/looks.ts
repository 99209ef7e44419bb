/** The papers of a referral in the look of the authority that makes them. */

import type { Read, Write } from '../../../kernel/context.ts'
import type { Paper } from '../../../kernel/documents/index.ts'
import { capital } from '../../../kernel/ui/index.ts'
import type { ApprovedStatement } from '../../drafting/index.ts'
import type { Case } from '../../registry/index.ts'
import { dressed, lookOf, templateAt } from '../../templates/index.ts'
import type { Recipient, Round } from '../model.ts'

type Letter = { readonly round: Round; readonly date: string; readonly kind: 'cover' | 'letter' }

/** What the sender writes: the cover letter with its standard texts; a correction has the letterhead alone. */
export async function dressedLetter(ctx: Read | Write, paper: Paper, { round, date, kind }: Letter): Promise<Paper> {
  const look = await lookOf(ctx, (await templateAt(ctx, round.authorityId))?.id ?? null)
  const values = {
    ärendenummer: round.referenceNumber,
    rubrik: round.title,
    nämnd: capital(round.issuerName),
    datum: date,
    handläggare: round.contact?.name ?? null,
    'handläggarens titel': round.contact?.title ?? null,
    'e-post': round.contact?.email ?? null,
    'sista svarsdag': round.answerBy,
  }
  return dressed(paper, look, { kind, values })
}

type Answer = { readonly theCase: Case; readonly round: Round; readonly recipient: Recipient; readonly date: string }

/** What a recipient answers, in the template that its statement was approved in. */
export async function dressedAnswer(
  ctx: Read | Write,
  paper: Paper,
  about: Answer & { readonly statement: ApprovedStatement },
): Promise<Paper> {
  const { theCase, round, recipient, date, statement } = about
  const values = {
    ärendenummer: theCase.referenceNumber,
    rubrik: statement.content.title === '' ? theCase.title : statement.content.title,
    nämnd: capital(recipient.bodyName),
    datum: date,
    mottagare: capital(round.authorityName),
    'mottagarens ärende': round.referenceNumber,
    'sista svarsdag': theCase.dueOn,
  }
  return dressed(paper, await lookOf(ctx, statement.templateId), { kind: 'statement', values })
}
