/** The versions of a draft as somebody looks back on them: in sessions, compared with each other, and brought back. Pure. */

import { text } from '../text.ts'
import { obstaclesToWriting, type Draft } from './draft.ts'
import { withOtherWords } from './memo.ts'

export type KeptVersion = {
  readonly version: number
  readonly savedAt: Date
  readonly savedByName: string
  /** Everyone who wrote in its texts since the version before. */
  readonly writers: readonly string[]
}

export type Session = {
  readonly from: Date
  readonly to: Date
  readonly writers: readonly string[]
  /** The newest first. */
  readonly versions: readonly KeptVersion[]
}

const minutesApart = 30

/** Versions that were written with no long pause between them, as one session each; the newest first. */
export function sessionsOf(versions: readonly KeptVersion[]): Session[] {
  const sessions: KeptVersion[][] = []
  for (const version of versions.toSorted((a, b) => b.version - a.version)) {
    const last = sessions.at(-1)
    const later = last?.at(-1)
    const pause = later === undefined ? Infinity : later.savedAt.getTime() - version.savedAt.getTime()
    if (last === undefined || pause > minutesApart * 60_000) sessions.push([version])
    else last.push(version)
  }
  return sessions.map(sessionOf)
}

function sessionOf(versions: readonly KeptVersion[]): Session {
  const times = versions.map(({ savedAt }) => savedAt.getTime())
  const writers = versions.toReversed().flatMap(({ savedByName, writers }) => [savedByName, ...writers])
  return {
    from: new Date(Math.min(...times)),
    to: new Date(Math.max(...times)),
    writers: [...new Set(writers)],
    versions,
  }
}

/** What is compared when nobody has chosen: the version before the latest with the latest. */
export function comparedAtFirst(versions: readonly KeptVersion[]): { from: number; to: number } | null {
  const [latest, before] = versions.map(({ version }) => version).toSorted((a, b) => b - a)
  return latest === undefined || before === undefined ? null : { from: before, to: latest }
}

/**
 * A draft with the words of an older version. The decision plan and the questions are not words of the draft: they stay as the
 * planning and the referral have them now. Nor are the considerations taken back by it: they are written beside.
 */
export function withWordsOf(draft: Draft, older: Draft): Draft {
  if (draft.kind === 'memo' && older.kind === 'memo')
    return { ...draft, content: withOtherWords(draft.content, older.content) }
  if (draft.kind !== 'statement' || older.kind !== 'statement') return draft
  const answers = draft.content.answers.map((asked) => {
    const answered = older.content.answers.find(({ questionId }) => questionId === asked.questionId)
    if (answered === undefined) return asked
    const { question, number, help, kind } = asked
    return { ...answered, question, number, help, kind }
  })
  return { ...draft, content: { ...older.content, answers } }
}

/** Only what is written in is changed back, and only to something else than it is. */
export function obstaclesToRestoring(draft: Draft, older: Draft): string[] {
  const obstacles = obstaclesToWriting(draft)
  const isSame = JSON.stringify(withWordsOf(draft, older).content) === JSON.stringify(draft.content)
  return [...obstacles, ...(isSame ? [text.obstacle.sameAsNow] : [])]
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'drafting.restored': { draftId: string; kind: Draft['kind']; version: number }
  }
}
