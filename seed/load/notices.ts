/** The notice board as it hangs today: meetings to come, and what is adjusted, which posted itself. */

import { dayText } from '../../src/kernel/ui/index.ts'
import { addDays } from '../../src/kernel/time.ts'
import { post } from '../../src/modules/notices/index.ts'
import { story } from '../demo-city.ts'
import { meetingDays } from './calendars.ts'
import type { Loading } from './loading.ts'

const announced = [
  {
    board: 'sn',
    who: story.boardSecretarySN,
    name: 'Servicenämnden',
    matters: 'Yttrande över remiss. Information från förvaltningen.',
  },
  {
    board: 'ks',
    who: story.secretaryKSAU,
    name: 'Kommunstyrelsen',
    matters: 'Remisser som besvarats. Uppdrag från kommunfullmäktige.',
  },
  {
    board: 'kf',
    who: story.secretaryKSAU,
    name: 'Kommunfullmäktige',
    matters: 'Interpellationer och frågor. Bordlagda motioner.',
  },
] as const

export async function loadNotices(loading: Loading): Promise<void> {
  const { today } = loading
  for (const { board, who, name, matters } of announced) {
    const [meeting] = await meetingDays(loading, board, addDays(today, 1))
    if (meeting === undefined) continue
    await loading.as(who, addDays(today, -1), post, {
      bodyId: loading.body(board),
      kind: board === 'kf' ? 'council_meeting' : 'board_meeting',
      title: `${name} sammanträder ${dayText(meeting.day)}`,
      words: `Kl. 13.00, stadshuset.\n\n${matters}`,
      meetingOn: meeting.day,
    })
  }
}
