/** The shapes of the demo city. Plain data: keys are local to the seed, dates are ISO days, texts are Swedish. */

export type Authority = {
  readonly key: string
  readonly name: string
  readonly prefix: string
  readonly numberFormat: 'PREFIX-YYYY-n'
  /** True where no public source gives the prefix. */
  readonly prefixIsInvented: boolean
  readonly source: string | null
}

export type BodyKind =
  | 'council'
  | 'executive_board'
  | 'working_committee'
  | 'board'
  | 'auditors'
  | 'chair_preparation'
  | 'administration'
  | 'company'
  | 'external'

export type Body = {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind
  /** The authority whose diary the body's matters are registered in; null for bodies without a diary here. */
  readonly authority: string | null
  readonly parent: string | null
  readonly email: string
  readonly aliases: readonly string[]
  readonly source: string | null
  readonly isInvented: boolean
}

export type Person = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
}

export type Role =
  | 'chair'
  | 'first_vice_chair'
  | 'second_vice_chair'
  | 'member'
  | 'substitute'
  | 'secretary'
  | 'registrar'
  | 'case_officer'
  | 'head'
  | 'administrator'

export type Party = 'S' | 'M' | 'SD' | 'V' | 'MP' | 'L' | 'C' | 'KD'

export type Membership = {
  readonly person: string
  readonly body: string
  readonly role: Role
  /** The order in which substitutes are called, from 1. */
  readonly order?: number
  readonly party?: Party
  readonly from: string
  readonly to: string | null
}

export type Meeting = {
  readonly body: string
  readonly date: string
  readonly isInvented: boolean
  readonly source: string | null
}

export type Section = { readonly heading: string; readonly paragraphs: readonly string[] }

export type QuestionKind = 'processes' | 'areas' | 'text' | 'body' | 'yes_no' | 'number' | 'choices' | 'file'

export type Question = {
  readonly key: string
  readonly number: number
  readonly kind: QuestionKind
  readonly text: string
  readonly help: string
  readonly isRequired?: boolean
  /** A position is asked for beside the answer (I-19). */
  readonly asksStance?: boolean
  readonly unit?: string
  readonly least?: number
  readonly isWhole?: boolean
  readonly options?: readonly string[]
  /** Asked only if the earlier question with this key has this answer. */
  readonly condition?: { readonly key: string; readonly is: string }
}

/** The position to one question or to the whole; law file I-19 has the Swedish words. */
export type Stance = 'support' | 'partly_support' | 'partly_oppose' | 'oppose' | 'no_objection' | 'abstain'

export type Process = { readonly name: string; readonly about: string }

export type Answer = {
  readonly question: string
  readonly stance: Stance
  readonly paragraphs: readonly string[]
  readonly processes?: readonly Process[]
  /** Keys of `areas`. */
  readonly areas?: readonly string[]
  /** Keys of `themes`. */
  readonly themes?: readonly string[]
  /** Key of the nominated body; null when the answer names none. */
  readonly body?: string | null
}

export type Memo = {
  readonly date: string
  readonly author: string
  readonly title: string
  readonly summary: readonly string[]
  readonly proposals: readonly string[]
  readonly basis: readonly string[]
  readonly planning: readonly { readonly body: string; readonly date: string }[]
  readonly sendTo: readonly string[]
  readonly responsible: readonly string[]
}

export type BoardAnswer = {
  readonly body: string
  readonly caseNumber: string
  readonly decidedOn: string
  readonly paragraph: number
  readonly overall: Stance
  readonly memo: Memo
  readonly introduction: readonly string[]
  readonly answers: readonly Answer[]
  /** What the board says beside the questions. */
  readonly outsideTheQuestions: readonly string[]
  readonly reservations: readonly string[]
}

export type ProposalDocument = {
  readonly key: string
  readonly title: string
  readonly fileName: string
  readonly sections: readonly Section[]
}

export type TheCase = {
  readonly caseTitle: string
  readonly senderCaseNumber: string
  readonly assignment: {
    readonly title: string
    readonly text: readonly string[]
    readonly decidedBy: string
    readonly decidedOn: string
    readonly paragraph: number
    readonly decidedIn: string
    readonly givenTo: string
    readonly together: readonly string[]
  }
  readonly proposalMemo: Memo & { readonly sections: readonly Section[] }
  readonly decisionToSend: {
    readonly body: string
    readonly date: string
    readonly paragraph: number
    readonly points: readonly string[]
  }
  readonly referral: {
    readonly title: string
    readonly coverLetter: readonly string[]
    readonly questions: readonly Question[]
    readonly sentOn: string
    readonly answerBy: string
    readonly recipients: readonly string[]
    readonly documents: readonly ProposalDocument[]
  }
}

export type Area = { readonly key: string; readonly name: string; readonly code: string | null }
export type Theme = { readonly key: string; readonly name: string }

export type NeighbourItem = {
  readonly direction: 'in' | 'out' | 'internal'
  readonly title: string
  readonly party: string
  /** Days from today; never positive. */
  readonly day: number
}

export type NeighbourCase = {
  readonly authority: string
  readonly title: string
  /** The officer who has the case: a key of `people`. */
  readonly officer: string
  readonly isClosed: boolean
  readonly items: readonly NeighbourItem[]
}
