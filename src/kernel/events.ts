/** What can be written in the ledger. Each module declares its own events, with the facts each carries; a misspelling does not compile. */

// oxlint-disable-next-line no-empty-interface -- modules fill it by declaration merging
export interface Events {}

export type EventName = keyof Events & string
