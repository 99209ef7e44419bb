/** Requests for public records at the service board: one of today that must be tested, and one that awaits a written refusal. */

import {
  answerRequest,
  askForDecision,
  assess,
  chooseRecords,
  describe,
  register,
} from '../../src/modules/disclosure/index.ts'
import { assignOfficer, openCase, registerRecord } from '../../src/modules/registry/index.ts'
import { addDays } from '../../src/kernel/time.ts'
import { story } from '../demo-city.ts'
import { recordsOfServiceBoard } from '../records-description.ts'
import type { Loading } from './loading.ts'
import { demoPaper } from './papers.ts'

const { registrarSN: registrar, caseOfficerSN: officer } = story

export async function loadDisclosures(loading: Loading): Promise<void> {
  const day = addDays(loading.today, -20)
  const caseId = await openStaffCase(loading, day)
  const recordId = await registerSecret(loading, { caseId, day })
  await askedToday(loading, recordId)
  await refusedYesterday(loading, recordId)
  await loading.as(registrar, day, describe, recordsOfServiceBoard)
}

async function openStaffCase(loading: Loading, day: string): Promise<string> {
  const { id } = await loading.write(registrar, day, (ctx) =>
    openCase(ctx, { authorityId: loading.authority('sn'), title: 'Rehabilitering inom lokalvården' }),
  )
  await loading.as(registrar, day, assignOfficer, { caseId: id, officerId: loading.person(officer) })
  return id
}

/** Everything in it is invented, the person too. */
async function registerSecret(loading: Loading, { caseId, day }: { caseId: string; day: string }): Promise<string> {
  const file = await demoPaper({
    kind: 'Utlåtande',
    title: 'Utlåtande om arbetsförmåga',
    date: day,
    fileName: 'utlatande.pdf',
    sections: [
      {
        heading: 'Bedömning',
        paragraphs: [
          'Utlåtandet gäller Torsten Påhittad, anställd som lokalvårdare.',
          'Torsten Påhittad kan återgå i arbete på halvtid efter en prövotid av fyra veckor.',
          'Arbetsplatsen behöver en höj- och sänkbar vagn.',
        ],
      },
    ],
  })
  const { id } = await loading.write(registrar, day, (ctx) =>
    registerRecord(ctx, {
      caseId,
      direction: 'in',
      kind: 'letter',
      title: 'Utlåtande om Torsten Påhittad',
      party: 'Företagshälsan Exempel AB',
      files: [file],
      secrecy: { provision: '39 kap. 2 § OSL', hidesTitle: true, hidesParty: true },
    }),
  )
  return id
}

async function askedToday(loading: Loading, recordId: string): Promise<void> {
  const { requestId } = await loading.as(registrar, loading.today, register, {
    asked: 'Jag vill läsa vad som kom in till nämnden om rehabilitering i höst.',
    delivery: 'email',
    contact: 'undrar@example.org',
  })
  const { itemIds } = await loading.as(registrar, loading.today, chooseRecords, { requestId, recordIds: [recordId] })
  const [itemId = ''] = itemIds
  const provision = '39 kap. 2 § OSL'
  const reason = 'Namnet och det som rör hälsan maskas; resten lämnas ut.'
  await loading.as(officer, loading.today, assess, { requestId, itemId, outcome: 'partly', provision, reason })
}

async function refusedYesterday(loading: Loading, recordId: string): Promise<void> {
  const day = addDays(loading.today, -1)
  const { requestId } = await loading.as(registrar, day, register, { asked: 'Hela utlåtandet', delivery: 'paper' })
  const { itemIds } = await loading.as(registrar, day, chooseRecords, { requestId, recordIds: [recordId] })
  const [itemId = ''] = itemIds
  const provision = '39 kap. 2 § OSL'
  const reason = 'Uppgifterna rör en anställds hälsa, och det står inte klart att de kan röjas utan men.'
  await loading.as(officer, day, assess, { requestId, itemId, outcome: 'refused', provision, reason })
  await loading.as(officer, day, answerRequest, { requestId, told: true })
  await loading.as(registrar, loading.today, askForDecision, { requestId })
}
