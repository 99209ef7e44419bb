import type { BoardAnswer } from '../types.ts'
import { disabilityAnswer, socialAnswer } from './care.ts'
import { planningAnswer, technicalAnswer } from './city.ts'
import { electionAnswer } from './election.ts'
import { cultureAnswer, sportsAnswer } from './leisure.ts'
import { preschoolAnswer, schoolAnswer } from './schools.ts'

/** The decided answers of nine more boards, in the order in which they decided. */
export const otherAnswers: readonly BoardAnswer[] = [
  electionAnswer,
  technicalAnswer,
  planningAnswer,
  sportsAnswer,
  disabilityAnswer,
  schoolAnswer,
  preschoolAnswer,
  socialAnswer,
  cultureAnswer,
]
