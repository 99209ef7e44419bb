/** What is nobody's mistake and passes: the database or the disk is not there, or is full. Told apart from a bug. */

const gone = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01', // the administrator ends the connection
  '57P02', // a crash
  '57P03', // not up yet
  '53300', // no connections left
])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The database cannot be reached for the moment: it is being started, moved, or has no connection to spare. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error)
  if (gone.has(code) || code.startsWith('08')) return true
  if (!(error instanceof Error)) return false
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|pool after calling end/i.test(
    error.message,
  )
}

/** There is no room on the disk, or it may not be written to (PostgreSQL's own code for a full disk is 53100). */
export function isStoreFull(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'EACCES')
    return error instanceof Error && 'syscall' in error && /open|mkdir|rename/.test(String(error.syscall))
  return /^(ENOSPC|EDQUOT|EROFS|53100)$/.test(code)
}

/** A standby went away, or took back the snapshot that was being read (40001, 57014 on a standby). */
export function isReadingCutOff(error: unknown): boolean {
  return isUnreachable(error) || /^(40001|57014)$/.test(codeOf(error))
}

/** A standby was asked to write. */
export function cannotWrite(error: unknown): boolean {
  return codeOf(error) === '25006'
}

/** The store cannot hold such a value: a character, number or day that is none (PostgreSQL's class 22). */
export function isUnholdable(error: unknown): boolean {
  return /^22[0-9A-Z]{3}$/.test(codeOf(error))
}

/** It points at something that is not there (23503). */
export function pointsNowhere(error: unknown): boolean {
  return codeOf(error) === '23503'
}
