/** The classification plan, the usual kinds of case and the contacts of the demo city. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { together } from '../../src/kernel/together.ts'
import { addCaseType, keepClasses, listClasses, readPlan, rememberContact } from '../../src/modules/filing/index.ts'
import { authorities } from '../demo-city.ts'
import { contacts, ownCaseTypes, usualCaseTypes } from '../registers.ts'
import type { Loading } from './loading.ts'
import { holders } from './staff.ts'

export async function loadRegisters(loading: Loading): Promise<void> {
  const plan = readPlan(await readFile(join(import.meta.dirname, '..', 'classes.csv')))
  const registrars = authorities.flatMap(({ key }) =>
    holders(key, 'registrar')
      .slice(0, 1)
      .map((who) => ({ key, who })),
  )
  const [first] = registrars
  if (first === undefined) return
  await loading.write(first.who, loading.today, (ctx) => keepClasses(ctx, null, plan))
  const classes = await loading.ask((ctx) => listClasses(ctx, null))
  const classIds = new Map(classes.map(({ code, id }) => [code, id]))
  await together(registrars.map((registrar) => loadOne(loading, registrar, classIds)))
}

type Registrar = { readonly key: string; readonly who: string }

async function loadOne(
  loading: Loading,
  { key, who }: Registrar,
  classIds: ReadonlyMap<string, string>,
): Promise<void> {
  const authorityId = loading.authority(key)
  for (const { class: code, ...type } of [...usualCaseTypes, ...(ownCaseTypes[key] ?? [])])
    await loading.as(who, loading.today, addCaseType, { ...type, authorityId, classId: classIds.get(code) ?? null })
  await loading.write(who, loading.today, async (ctx) => {
    for (const contact of contacts) await rememberContact(ctx, { authorityId, ...contact })
  })
}
