/** The doors of disclosure. */

import { endpoint, form, type Route } from '../../kernel/http/route.ts'
import {
  answerRequest,
  askForDecision,
  assess,
  attachMasked,
  chooseRecords,
  draftRefusal,
  dropRecord,
  handOver,
  mask,
  refer,
  refuse,
  register,
  sendBoards,
  treatFile,
  withdraw,
} from './commands.ts'
import './model/events.ts'
import { answers } from './routes/answers.ts'
import { decision, decisionDocx, decisionPdf } from './routes/decision.ts'
import { descriptionRoutes } from './routes/description.ts'
import { copy, list, masking, one, record, registerPage } from './routes/pages.ts'
import { text } from './text.ts'

const here = '/utlamnanden/:requestId'
const item = `${here}/handlingar/:itemId`
const file = `${item}/filer/:fileId`
type Ids = Readonly<Record<string, string>>
const toRequest = ({ requestId }: Ids) => `/utlamnanden/${requestId}`
const toItem = (ids: Ids) => `${toRequest(ids)}/handlingar/${ids['itemId']}`
const toFile = (ids: Ids) => `${toItem(ids)}/filer/${ids['fileId']}`

const forms: readonly Route[] = [
  form('/utlamnanden/ny', register, {
    back: '/utlamnanden/ny',
    then: (_, { requestId }) => `/utlamnanden/${requestId}`,
    says: () => text.form.registered,
  }),
  form(`${here}/handlingar`, chooseRecords, { back: here, then: toRequest, says: () => text.choose.added }),
  form(`${item}/bort`, dropRecord, { back: here, then: toRequest, says: () => text.dropped }),
  form(`${here}/provning`, handOver, { back: here, then: toRequest, says: () => text.handOver.done }),
  form(`${here}/svar`, answerRequest, { back: here, then: toRequest, says: () => text.answer.done }),
  form(`${here}/aterta`, withdraw, { back: here, then: toRequest, says: () => text.withdraw.done }),
  form(`${item}/provning`, assess, { back: item, then: toItem, says: () => text.test.done }),
  form(`${file}/svar`, treatFile, { back: item, then: toItem, says: () => text.test.treated }),
  form(`${file}/maskning`, mask, { back: file, then: toFile, says: () => text.mask.done }),
  form(`${file}/kopia`, attachMasked, { back: file, then: toItem, says: () => text.mask.uploaded }),
  form(`${here}/begar-beslut`, askForDecision, { back: here, then: toRequest, says: () => text.decision.asked }),
  form(`${here}/beslut/utkast`, draftRefusal, {
    back: `${here}/beslut`,
    then: (ids) => `${toRequest(ids)}/beslut`,
    says: () => text.decision.saved,
  }),
  form(`${here}/beslut`, refuse, {
    back: `${here}/beslut`,
    then: (ids) => `${toRequest(ids)}/beslut`,
    says: () => text.decision.decided,
  }),
  form(`${here}/beslut/namnden`, refer, {
    back: `${here}/beslut`,
    then: (ids) => `${toRequest(ids)}/beslut`,
    says: () => text.decision.referred,
  }),
  form(`${here}/beslut/namndens`, sendBoards, {
    back: `${here}/beslut`,
    then: (ids) => `${toRequest(ids)}/beslut`,
    says: () => text.decision.sent,
  }),
]

const api = '/disclosures/:requestId'
const apiItem = `${api}/records/:itemId`
const apiFile = `${apiItem}/files/:fileId`

const endpoints: readonly Route[] = [
  endpoint('/disclosures', register),
  endpoint(`${api}/records`, chooseRecords),
  endpoint(`${apiItem}/drop`, dropRecord),
  endpoint(`${api}/officer`, handOver, 'PUT'),
  endpoint(`${api}/answer`, answerRequest),
  endpoint(`${api}/withdraw`, withdraw),
  endpoint(`${apiItem}/test`, assess),
  endpoint(`${apiFile}/way`, treatFile, 'PUT'),
  endpoint(`${apiFile}/mask`, mask),
  endpoint(`${apiFile}/copy`, attachMasked),
  endpoint(`${api}/ask-for-decision`, askForDecision),
  endpoint(`${api}/refusal`, draftRefusal, 'PUT'),
  endpoint(`${api}/refuse`, refuse),
  endpoint(`${api}/refer`, refer),
  endpoint(`${api}/send-boards`, sendBoards),
]

export const routes: readonly Route[] = [
  list,
  registerPage,
  ...descriptionRoutes,
  one,
  record,
  masking,
  copy,
  decision,
  decisionPdf,
  decisionDocx,
  ...forms,
  ...endpoints,
  ...answers,
]
