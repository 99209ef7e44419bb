/** The words about those who answer the same referral each for themselves. */

import { words } from '../../../kernel/words.ts'
import type { DoubleKind } from '../model/doubles.ts'

type ByKind = Readonly<Record<DoubleKind, string>>
type SaidByKind = Readonly<Record<DoubleKind, (names: string) => string>>

const swedish = {
  title: 'Svarar var för sig',
  draft: {
    same_authority: (names: string) => `${names} tillfrågas båda, fast de svarar för samma nämnd.`,
    administrations: (names: string) => `${names} tillfrågas var för sig som förvaltningar.`,
    same_words: (names: string) => `${names} har svarat med samma ord.`,
  } satisfies SaidByKind,
  draftToDo: {
    same_authority: 'Ta bort den ena, eller fråga förvaltningen i nämndens ställe under Hur de tillfrågas.',
    administrations: 'Är deras svar ett och samma? Fråga då en av dem, och låt den ta med de andra.',
    same_words: '',
  } satisfies ByKind,
  sender: {
    same_authority: (names: string) => `${names} svarar var för sig för samma nämnd.`,
    administrations: (names: string) => `${names} svarar var för sig som förvaltningar.`,
    same_words: (names: string) => `${names} har svarat med samma ord.`,
  } satisfies SaidByKind,
  senderToDo: {
    same_authority:
      'Hör med båda vem som svarar. Den andra avstår, eller så lämnar de ett samordnat yttrande. Har båda svarat gäller nämndens beslut före förvaltningens svar.',
    administrations: 'Hör med dem om ett samordnat yttrande räcker, innan de skriver var sitt.',
    same_words: 'Hör med dem om det är ett och samma svar, så att det inte räknas två gånger.',
  } satisfies ByKind,
  own: {
    same_authority: (names: string) => `${names} svarar också på remissen, för samma nämnd.`,
    administrations: (names: string) => `${names} svarar också på remissen.`,
    same_words: (names: string) => `${names} har svarat med samma ord som ni.`,
  } satisfies SaidByKind,
  ownToDo: {
    same_authority:
      'Hör av er till dem innan ni skriver, och bestäm vem som svarar. Den andra avstår, eller så svarar ni tillsammans med ett samordnat yttrande.',
    administrations:
      'Se vad ni har gemensamt innan ni skriver. Svarar ni på samma sak kan ni göra det tillsammans, med ett samordnat yttrande.',
    same_words: 'Är det ett gemensamt svar, säg det till den som frågade.',
  } satisfies ByKind,
} as const

const english = {
  title: 'Answer each for themselves',
  draft: {
    same_authority: (names: string) => `${names} are both asked, though they answer for the same board.`,
    administrations: (names: string) => `${names} are asked each for itself, as administrations.`,
    same_words: (names: string) => `${names} have answered with the same words.`,
  } satisfies SaidByKind,
  draftToDo: {
    same_authority:
      'Take one of them away, or ask the administration in the place of the board under How they are asked.',
    administrations: 'Is theirs one and the same answer? Then ask one of them, and let it bring the others in.',
    same_words: '',
  } satisfies ByKind,
  sender: {
    same_authority: (names: string) => `${names} answer each for itself for the same board.`,
    administrations: (names: string) => `${names} answer each for itself, as administrations.`,
    same_words: (names: string) => `${names} have answered with the same words.`,
  } satisfies SaidByKind,
  senderToDo: {
    same_authority:
      'Ask both who answers. The other abstains, or they give a joint statement. If both have answered, the decision of the board goes before the answer of its administration.',
    administrations: 'Ask them whether a joint statement is enough, before each writes its own.',
    same_words: 'Ask them whether it is one and the same answer, so that it is not counted twice.',
  } satisfies ByKind,
  own: {
    same_authority: (names: string) => `${names} also answers the referral, for the same board.`,
    administrations: (names: string) => `${names} also answers the referral.`,
    same_words: (names: string) => `${names} has answered with the same words as you.`,
  } satisfies SaidByKind,
  ownToDo: {
    same_authority:
      'Talk to them before you write, and settle who answers. The other abstains, or you answer together with a joint statement.',
    administrations:
      'See what you have in common before you write. If you answer the same thing you can do it together, with a joint statement.',
    same_words: 'If it is a joint answer, tell the one who asked.',
  } satisfies ByKind,
} as const

export const text = words(swedish, english)
