/** What a referral is: its rounds, those who were asked, and their answers. */

export * from './model/answer.ts'
export * from './model/doubles.ts'
export * from './model/extension.ts'
export * from './model/inquiry.ts'
export * from './model/joint.ts'
export * from './model/order.ts'
export * from './model/standing.ts'
export * from './model/recipient.ts'
export * from './model/round.ts'
export * from './model/turns.ts'
export * from './model/ways.ts'
import './model/events.ts'
