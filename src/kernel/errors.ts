/** The few ways a request can end badly. Anything that is not one of these is a bug and becomes a 500 with an id. */

/** The person can put it right. 422: the form again, with what they wrote. Fields are named as the input names them. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super(Object.values(fields).join(' '))
    this.fields = fields
  }
}

/** The law, or the state of the case, says no. 409, with every reason; `facts` are for a program that can go on from them. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reasons: readonly string[]
  readonly facts: Readonly<Record<string, string | number>>
  constructor(reasons: readonly string[], facts: Readonly<Record<string, string | number>> = {}) {
    super(reasons.join(' '))
    this.reasons = reasons
    this.facts = facts
  }
}

/** This person may not do this at all. 403. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** It does not exist, or not for this person. 404 either way, so that nobody learns which. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Nobody is signed in. 401; a page leads to the sign-in and back. */
export class Unknown extends Error {
  override readonly name = 'Unknown'
}

/** Too many tries. 429; says when to come back. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
  readonly seconds: number
  constructor(seconds: number) {
    super(`Try again in ${seconds} s`)
    this.seconds = seconds
  }
}

/** More words than are taken at once. 413; nothing of it is kept, and nothing of it can be shown again. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
  /** Bytes. */
  readonly most: number
  constructor(most: number) {
    super(`More than ${most} bytes of text`)
    this.most = most
  }
}

export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new NotFound()
  return row
}

export function refuseIf(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Refused(reasons)
}
