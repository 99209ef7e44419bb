import type { NeighbourItem } from '../types.ts'

/** `day` is counted from today: -30 is thirty days ago. */
export function received(day: number, title: string, party: string): NeighbourItem {
  return { direction: 'in', title, party, day }
}

export function sent(day: number, title: string, party: string): NeighbourItem {
  return { direction: 'out', title, party, day }
}

export function internal(day: number, title: string, party: string): NeighbourItem {
  return { direction: 'internal', title, party, day }
}
