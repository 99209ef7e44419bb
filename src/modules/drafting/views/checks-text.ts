/** The words of the checks beside a draft. */

import { words } from '../../../kernel/words.ts'

export const checksText = words(
  {
    title: 'Kontroller',
    lead: 'Görs om varje gång texten sparas. De hindrar ingen från att skicka, utom där något som krävs saknas.',
    none: 'Inget att anmärka på.',
    all: 'Visa kontrollerna på en egen sida',
    toDraft: 'Till texten',
    let: 'Låt stå',
    why: 'Varför får det stå?',
    whyHelp: 'Cheferna ser skälet när de godkänner.',
    stands: (count: number) => (count === 1 ? '1 har låtits stå' : `${count} har låtits stå`),
    standsTitle: 'Har låtits stå',
    by: (name: string) => `Låts stå av ${name}`,
    takeUp: 'Ta upp igen',
    mended: (what: string) => `Rättat: ${what}`,
    undo: 'Ångra rättningen',
    saidMended: 'Rättat.',
    saidUndone: 'Ångrat. Texten är som före rättningen.',
    saidStands: 'Det får stå.',
    saidTakenUp: 'Upptaget igen.',
    mustTitle: (count: number) =>
      count === 1 ? 'En sak bör rättas innan det skickas' : `${count} saker bör rättas innan det skickas`,
    restTitle: 'Titta på det här också',
    approverTitle: 'Det som kontrollerna säger',
    ledger: {
      stands: (check: string) => `lät en anmärkning stå: ${check.toLowerCase()}`,
      takenUp: (check: string) => `tog upp en anmärkning igen: ${check.toLowerCase()}`,
    },
  },
  {
    title: 'Checks',
    lead: 'Made anew each time the text is saved. They keep nobody from sending, except where something required is missing.',
    none: 'Nothing to remark on.',
    all: 'Show the checks on a page of their own',
    toDraft: 'To the text',
    let: 'Let it stand',
    why: 'Why may it stand?',
    whyHelp: 'The heads see the reason when they approve.',
    stands: (count: number) => (count === 1 ? '1 has been let stand' : `${count} have been let stand`),
    standsTitle: 'Let stand',
    by: (name: string) => `Let stand by ${name}`,
    takeUp: 'Take up again',
    mended: (what: string) => `Mended: ${what}`,
    undo: 'Undo it',
    saidMended: 'Mended.',
    saidUndone: 'Undone. The text is as it was.',
    saidStands: 'It may stand.',
    saidTakenUp: 'Taken up again.',
    mustTitle: (count: number) =>
      count === 1
        ? 'One thing should be mended before it is sent'
        : `${count} things should be mended before it is sent`,
    restTitle: 'Look at this too',
    approverTitle: 'What the checks say',
    ledger: {
      stands: (check: string) => `let a remark stand: ${check.toLowerCase()}`,
      takenUp: (check: string) => `took up a remark again: ${check.toLowerCase()}`,
    },
  },
)
