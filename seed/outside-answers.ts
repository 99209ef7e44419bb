/** What the two companies answer to the referral of today. Made up. */

export const outsideAnswers = {
  onLink: {
    body: 'mkb',
    people: [
      { name: 'Sara Holmqvist', role: 'Hållbarhetschef' },
      { name: 'Johan Ekdahl', role: 'Vd' },
    ],
    texts: [
      {
        text: 'Bolaget har bovärdar i varje område och håller bomöten två gånger om året.',
        processes: [{ name: 'Bomöten', lead: 'MKB Fastighets AB', where: 'Alla områden', period: 'vår och höst' }],
      },
      { stance: 'support', text: 'Ja. Riktlinjerna bör säga att hyresgästerna räknas som berörda.' },
      {
        text: 'Bolaget ser störst nytta där det redan finns en lokal att mötas i.',
        areas: [{ name: 'Holma-Kroksbäck', priority: 1, reason: 'Här pågår ett gemensamt arbete' }],
      },
      { yesNo: 'yes', text: 'När utemiljön på Holma görs om.' },
      { number: 62 },
      { chosen: ['Lokaler'] },
    ],
    outside: 'Bolaget deltar gärna när staden utbildar i dialog.',
    question: 'Räknas de som hyr en lokal också som boende när ni frågar efter dialogen i ett område?',
  },
  byForm: {
    body: 'parkering',
    texts: [
      'Bolaget frågar kunderna en gång om året och svarar på synpunkter inom två dagar.',
      'Ja, det är tydligt.',
      'Bolaget har ingen egen uppfattning om områdena.',
    ],
    outside: 'Bolaget har inget att erinra mot förslaget.',
  },
} as const
