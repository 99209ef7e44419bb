/** What registering leans on: contacts, the classification plan and case types. Pure. */

export * from './model/case-type.ts'
export * from './model/contact.ts'
export * from './model/plan.ts'
