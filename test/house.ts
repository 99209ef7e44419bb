/** The builders of the modules, for tests that stand outside all of them. */

export { aBody, anAuthority, aPerson, type TestAuthority } from '../src/modules/organisation/fixtures.ts'
