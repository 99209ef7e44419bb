import type { NeighbourCase } from '../types.ts'
import { cityAndServiceCases } from './city-and-service.ts'
import { schoolAndCareCases } from './school-and-care.ts'

/** Smaller invented cases of the months before today, so that no diary is empty. */
export const neighbours: readonly NeighbourCase[] = [...cityAndServiceCases, ...schoolAndCareCases]
