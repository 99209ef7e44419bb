/** A memo as PDF and a statement as Word, with the words of the demo city. */

import { serviceAnswer } from '../seed/demo-city.ts'
import { paperDocx, paperPdf } from '../src/kernel/documents/index.ts'
import { fromText } from '../src/kernel/rich-text.ts'
import {
  memoContent,
  memoPaper,
  statementContent,
  statementPaper,
  type PaperFrame,
} from '../src/modules/drafting/index.ts'
import { median, milliseconds, timed, type Line } from './table.ts'

const frame: PaperFrame = {
  sender: { organisation: 'Servicenämnden', unit: null },
  reference: 'SN-2023-1541',
  isDraft: false,
  date: serviceAnswer.decidedOn,
}

const paragraphs = (texts: readonly string[]) => fromText(texts.join('\n\n'))

function memo() {
  const { summary, planning, responsible, author, ...rest } = serviceAnswer.memo
  return memoContent.parse({
    ...rest,
    reference: { name: author, title: 'planeringssekreterare', email: `${author}@malmo.example` },
    summary: paragraphs(summary),
    planning: planning.map(({ body, date }) => ({ body, step: 'board', date })),
    responsible: responsible.map((name) => ({ name, role: 'chef' })),
  })
}

function statement() {
  return statementContent.parse({
    title: 'Yttrande',
    introduction: paragraphs(serviceAnswer.introduction),
    stance: 'support',
    answers: serviceAnswer.answers.map((answer, index) => ({
      questionId: String(index),
      number: index + 1,
      kind: 'text',
      question: `Fråga ${index + 1}`,
      text: paragraphs(answer.paragraphs),
    })),
    outside: paragraphs(serviceAnswer.outsideTheQuestions),
  })
}

export async function documentTimes(): Promise<Line[]> {
  const [memoOnPaper, statementOnPaper] = [memoPaper(memo(), frame), statementPaper(statement(), frame)]
  const first = await timed(async () => void (await paperPdf(memoOnPaper)))
  const pdf = await median(15, async () => void (await paperPdf(memoOnPaper)))
  const docx = await median(15, async () => void (await paperDocx(statementOnPaper)))
  return [
    {
      what: 'a memo as tagged PDF',
      took: milliseconds(pdf),
      beside: `the first one, with the fonts ${milliseconds(first)}`,
    },
    { what: 'a statement as Word', took: milliseconds(docx), beside: '' },
  ]
}
