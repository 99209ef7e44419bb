/** Questions asked beside each other: on one connection they go out at once, and the answers come back in one go. */

/**
 * Waits until all have an answer, and throws the first error only then: none is left asking on a connection that has gone to
 * somebody else.
 */
export async function together<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const answers = await Promise.allSettled(asked)
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}
