/** What the server and the pages that write together say to each other. */

export type StepJson = Readonly<Record<string, unknown>>

/** Steps that came in together: `version` is the text's after them. */
export type Batch = { readonly version: number; readonly client: string; readonly steps: readonly StepJson[] }

export type Taken = {
  readonly isTaken: boolean
  readonly version: number
  readonly savedAt: string
  readonly batches: readonly Batch[]
}

export type Person = {
  readonly client: string
  readonly personId: string
  readonly name: string
  readonly field: string | null
}

export type Standing = {
  readonly version: number
  readonly fieldsVersion: number
  readonly state: 'draft' | 'submitted' | 'approved' | 'replaced' | 'set_aside'
  readonly sentBy: string | null
  readonly sentAt: string | null
}

export type News = {
  readonly draft: Standing
  readonly people: readonly Person[]
  readonly texts: readonly { readonly field: string; readonly batches: readonly Batch[] }[]
}
