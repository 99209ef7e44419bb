/** The pages of what a registry owes the public, and of power that was handed on, as addresses in the demo city. */

import type { Place } from './places.ts'

const registrar = 'Amina Yusuf Lindh'
const secretary = 'Maria Torstensdotter'
const head = 'Karin Ek'
const officer = 'Elin Sand'

const at = (route: string, who = registrar, path: string = route): Place => ({ route, who, path: () => path })

/** The address with the ids that one row gives, in order, in place of the parameters. */
const withIds = (route: string, who: string, query: string): Place => ({
  route,
  who,
  path: async (house) => {
    const ids = (await house.one(query)).split(' ')
    return route.replaceAll(/:\w+/g, () => ids.shift() ?? '')
  },
})

const request = (stage: string) => `select r.id::text from disclosure.requests r where ${stage} limit 1`

const minutesAt = (key: string) =>
  `select n.id::text from notices.notices n join organisation.authorities a on a.id = n.authority_id
   where a.key = '${key}' and n.kind = 'minutes'`

export const dutyPlaces: readonly Place[] = [
  withIds('/arenden/:caseId/behorighet', registrar, 'select case_id::text from registry.markings limit 1'),
  at('/inkorg'),
  withIds('/inkorg/:messageId', registrar, "select id::text from intake.messages where state = 'waiting' limit 1"),
  withIds('/inkorg/:messageId', registrar, "select id::text from intake.messages where state = 'quarantined' limit 1"),
  at('/utskick'),
  at('/utskick', registrar, '/utskick?visa=misslyckade'),
  withIds('/utskick/:letterId', registrar, "select id::text from kernel.letters where state = 'bounced' limit 1"),
  withIds(
    '/utskick/:letterId',
    registrar,
    "select id::text from kernel.letters where state = 'waiting' and authority_id = (select id from organisation.authorities where key = 'sn') limit 1",
  ),
  at('/utlamnanden'),
  at('/utlamnanden/ny'),
  ...["r.stage <> 'answered'", "r.stage = 'answered'"].map((stage) =>
    withIds('/utlamnanden/:requestId', registrar, request(stage)),
  ),
  withIds(
    '/utlamnanden/:requestId/handlingar/:itemId',
    registrar,
    "select request_id || ' ' || id from disclosure.items where outcome = 'partly' limit 1",
  ),
  withIds(
    '/utlamnanden/:requestId/handlingar/:itemId/filer/:fileId',
    registrar,
    `select i.request_id || ' ' || i.id || ' ' || f.id from disclosure.items i
     join registry.files f on f.record_id = i.record_id where i.outcome = 'partly' limit 1`,
  ),
  withIds('/utlamnanden/:requestId/beslut', head, request('r.awaits_decision')),
  ...['/anslagstavla', '/anslagstavla/skarm'].map((path) => at(path, '-')),
  ...['<=', '>'].map((than) =>
    withIds(
      '/anslagstavla/:noticeId',
      '-',
      `select id::text from notices.notices where ends_on ${than} '2026-11-24' limit 1`,
    ),
  ),
  at('/anslag', secretary),
  at('/anslag/nytt', secretary),
  withIds('/anslag/:noticeId', secretary, `${minutesAt('sn')} and n.ends_on > '2026-11-24' limit 1`),
  withIds('/anslag/:noticeId', secretary, `${minutesAt('sn')} and n.ends_on < '2024-06-01' limit 1`),
  at('/standardtexter', officer),
  withIds('/standardtexter/:phraseId', officer, 'select id::text from desk.phrases limit 1'),
  ...[secretary, officer].map((who) => at('/hansyn', who)),
  withIds('/remisser/:roundId/hansyn', officer, "select id::text from referral.rounds where state = 'sent' limit 1"),
  withIds('/remisser/:roundId/hansyn', officer, "select id::text from referral.rounds where state = 'closed' limit 1"),
  at('/godkannanden/kedja', secretary),
  ...['forslaget', 'tidigare', 'andra', 'standardtexter', 'hansyn'].map((panel) =>
    at(`/arenden/:caseId/underlag/${panel}`, officer, `/arenden/SN-2026-5/underlag/${panel}`),
  ),
  at('/arenden/:caseId/underlag/forslaget', officer, '/arenden/SN-2026-5/underlag/forslaget?visa=kommentarer'),
  withIds(
    '/arenden/:caseId/underlag/kommentarer',
    officer,
    'select d.case_id::text from commenting.comments c join drafting.drafts d on d.id = c.draft_id limit 1',
  ),
  at('/godkannanden/kedja', head),
  at('/delegation', secretary),
  at('/delegation/sarskilt-protokoll', secretary),
  at('/delegation/ordning', secretary),
  withIds(
    '/delegation/ordning/:schemeId',
    secretary,
    `select s.id::text from delegation.schemes s join organisation.bodies b on b.id = s.body_id where b.key = 'sn' limit 1`,
  ),
  at('/utlamnanden/beskrivning', registrar),
  at('/utlamnanden/beskrivning/andra', registrar),
  withIds(
    '/delegation/regler/:ruleId',
    secretary,
    `select r.id::text from delegation.rules r join delegation.schemes s on s.id = r.scheme_id
     join organisation.bodies b on b.id = s.body_id where b.key = 'sn' limit 1`,
  ),
  at('/arenden/:caseId/delegation', head, '/arenden/SN-2026-5/delegation'),
  withIds(
    '/delegation/beslut/:decisionId',
    secretary,
    `select d.id::text from delegation.decisions d join organisation.bodies b on b.id = d.body_id where b.key = 'sn' limit 1`,
  ),
]
