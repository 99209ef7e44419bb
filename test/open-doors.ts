/** What anyone may reach without signing in: a list that is looked over, never one that grows by itself. */

export const openDoors: readonly string[] = [
  '/anslagstavla',
  '/anslagstavla/:noticeId',
  '/anslagstavla/skarm',
  '/api/v1/answer-links/:token',
  '/api/v1/answer-links/:token/news',
  '/api/v1/answer-links/:token/people/:personId/readings/:readingId',
  '/api/v1/notice-board',
  '/api/v1/notice-board/:noticeId',
  '/hjalp',
  '/logga-in',
  '/svar/:token',
  '/svar/:token/fil/:fileId',
  '/svar/:token/formular.docx',
  '/svar/:token/kvitto',
  '/svar/:token/kvitto.pdf',
  '/svar/:token/skriv/:personId',
  '/svar/:token/skriv/:personId/inlasning/:readingId',
  '/svar/:token/skriv/:personId/inlasning/:readingId/fil',
  '/svar/:token/skriv/:personId/inlasning/:readingId/sida/:page',
  '/tillganglighet',
]

/** To sign in, and what whoever holds a personal link may do. */
export const openCommands: readonly string[] = [
  'answering.ask',
  'answering.join',
  'answering.part-on-link',
  'answering.place-on-link',
  'answering.read-on-link',
  'answering.rejoin-on-link',
  'answering.save',
  'answering.settle',
  'answering.submit',
  'answering.take-on-link',
  'organisation.note-attempt',
  'organisation.sign-in',
  'organisation.sign-in-as',
]
