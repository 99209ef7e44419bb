import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aRecipient, aRound, manyAnswers } from './fixtures.ts'
const world = worldOf('2024-01-08T09:00:00+01:00')
test('m', async () => {
  const round = await aRound(world, { questions: 20 })
  await manyAnswers(world, round, 300)
  const officer = await as(world, round.officerId)
  const p = `/remisser/${round.id}/sammanstallning`
  for (const path of [p, p, p, p + '?vy=fraga&fraga=3', p + '?vy=instans', p + '.xlsx', p + '.docx', p + '.pdf']) {
    const t = performance.now()
    const r = await officer.get(path)
    const b = await r.arrayBuffer()
    console.log(path.slice(46), r.status, Math.round(performance.now() - t), 'ms', b.byteLength)
  }
  const r2 = await aRound(world, { questions: 4 })
  for (let i = 0; i < 40; i++) await aRecipient(world, r2)
  for (let i = 0; i < 2; i++) {
    const t = performance.now()
    const r = await officer.get(`/remisser/${r2.id}/sammanstallning`)
    await r.text()
    console.log('40 unanswered', Math.round(performance.now() - t))
  }
})
