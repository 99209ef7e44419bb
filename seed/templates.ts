/** The writing rules and the template of the service board. The arms are invented. */

export const serviceRules = {
  summaryMost: 600,
  summaryUnit: 'characters',
  dateForm: 'iso',
  abbreviations: ['FAM = föreningen Återbruk i Malmö', 'LUA = lokalt utvecklingsarbete', 'MKB'],
  required: ['title', 'reference', 'summary', 'proposals', 'basis', 'sendTo', 'responsible'],
  headings: ['Barnets rättigheter', 'Ekonomi'],
  sentenceMost: 35,
} as const

/** Advice on the language is not asked for. */
export const notAsked: readonly string[] = ['long-sentence', 'legalese']

export const serviceTemplate = {
  organisation: 'Servicenämnden',
  unit: 'Serviceförvaltningen',
  footer: ['Demostad · Storgatan 1, 200 00 Demostad', 'servicenamnden@malmo.example · {ärendenummer}'],
  memo: {
    kind: 'Tjänsteskrivelse',
    opening: '',
    closing: 'Frågor om skrivelsen besvaras av {handläggare}, {e-post}.',
    headings: [],
    parts: [
      { heading: 'Barnets rättigheter', text: 'Prövningen av barnets bästa visar att' },
      { heading: 'Ekonomi', text: 'Förslaget ryms inom nämndens budget.' },
    ],
    sendTo: [],
    responsible: [],
  },
  statement: { kind: '', opening: '', closing: '' },
  extract: { kind: '', opening: '', closing: '' },
}

export const arms = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 64"><path d="M6 6h44v26c0 14-10 22-22 26C16 54 6 46 6 32z" fill="#12566b"/><path d="M12 36c6-5 10-5 16 0s10 5 16 0M12 26c6-5 10-5 16 0s10 5 16 0" fill="none" stroke="#fff" stroke-width="3"/><path d="M66 20h84M66 32h84M66 44h52" stroke="#12566b" stroke-width="5" stroke-linecap="round"/></svg>`
