import { knownMeetings } from './known-meetings.ts'
import type { Meeting } from './types.ts'
import { addDays, addMonths, isSwedishWorkingDay, lastWorkingDay, weekdayOf } from './working-days.ts'

type Rhythm = {
  readonly body: string
  /** 1 is Monday. */
  readonly weekday: number
  /** Which of that weekday in the month. */
  readonly ordinal: number
  readonly workingCommittee: string | null
  readonly chairPreparation: string | null
  readonly daysFromWorkingCommittee: number
}

const [tuesday, wednesday, thursday, friday] = [2, 3, 4, 5] as const

/** The board decides 12 days after its working committee, as servicenämnden did on 2023-12-19. */
function board(body: string, weekday: number, ordinal: number): Rhythm {
  return {
    body,
    weekday,
    ordinal,
    workingCommittee: `${body}-au`,
    chairPreparation: `${body}-of`,
    daysFromWorkingCommittee: 12,
  }
}

/** A body that meets without a committee before it. */
function alone(body: string, weekday: number, ordinal: number): Rhythm {
  return { body, weekday, ordinal, workingCommittee: null, chairPreparation: null, daysFromWorkingCommittee: 0 }
}

const rhythms: readonly Rhythm[] = [
  { ...alone('kf', thursday, 4), chairPreparation: 'kf-presidium' },
  {
    ...board('ks', wednesday, 2),
    workingCommittee: 'ksau',
    daysFromWorkingCommittee: 9,
  },
  board('sn', tuesday, 4),
  board('tn', tuesday, 4),
  board('sbn', thursday, 3),
  board('mn', wednesday, 4),
  board('kn', wednesday, 4),
  board('frn', thursday, 4),
  board('fskf', wednesday, 4),
  board('grn', wednesday, 4),
  board('gyvf', friday, 4),
  board('asn', wednesday, 4),
  board('fsn', 1, 4),
  { ...board('hvo', thursday, 4), daysFromWorkingCommittee: 9 },
  board('vn', tuesday, 3),
  alone('rev', tuesday, 3),
]

const daysFromPreparationToCommittee = 9

type IsWorkingDay = (day: string) => boolean

/** Before Christmas everyone meets a week earlier; after the summer the executive board waits a week. */
function shiftOf(rhythm: Rhythm, month: string): number {
  if (month.endsWith('-12')) return -1
  return month.endsWith('-08') && rhythm.ordinal === 2 ? 1 : 0
}

function dayByRule(rhythm: Rhythm, month: string, isWorkingDay: IsWorkingDay): string {
  const first = `${month}-01`
  const toWeekday = (rhythm.weekday - weekdayOf(first) + 7) % 7
  const ordinal = rhythm.ordinal + shiftOf(rhythm, month)
  return lastWorkingDay(addDays(first, toWeekday + 7 * (ordinal - 1)), isWorkingDay)
}

const invented = (body: string, date: string): Meeting => ({ body, date, isInvented: true, source: null })

function boardMeetings(rhythm: Rhythm, month: string, isWorkingDay: IsWorkingDay): readonly Meeting[] {
  const known = knownMeetings.filter(({ body, date }) => body === rhythm.body && date.startsWith(month))
  return known.length > 0 ? known : [invented(rhythm.body, dayByRule(rhythm, month, isWorkingDay))]
}

/** The working committee's known day in the 16 days before the board, or a working day at the usual distance. */
function committeeDay(rhythm: Rhythm, boardDay: string, isWorkingDay: IsWorkingDay): string {
  const earliest = addDays(boardDay, -16)
  const known = knownMeetings.find(
    ({ body, date }) => body === rhythm.workingCommittee && date >= earliest && date < boardDay,
  )
  return known?.date ?? lastWorkingDay(addDays(boardDay, -rhythm.daysFromWorkingCommittee), isWorkingDay)
}

/** Nobody prepares in July: the first working day of August is early enough. */
function afterTheSummer(day: string, isWorkingDay: IsWorkingDay): string {
  if (day.slice(5, 7) === '07') return afterTheSummer(`${day.slice(0, 4)}-08-01`, isWorkingDay)
  return isWorkingDay(day) ? day : afterTheSummer(addDays(day, 1), isWorkingDay)
}

function withPreparation(rhythm: Rhythm, meeting: Meeting, isWorkingDay: IsWorkingDay): readonly Meeting[] {
  const { workingCommittee, chairPreparation } = rhythm
  const committee = committeeDay(rhythm, meeting.date, isWorkingDay)
  const early = lastWorkingDay(addDays(committee, -daysFromPreparationToCommittee), isWorkingDay)
  const preparation = afterTheSummer(early, isWorkingDay)
  return [
    ...(chairPreparation ? [invented(chairPreparation, preparation)] : []),
    ...(workingCommittee ? [invented(workingCommittee, committee)] : []),
    meeting,
  ]
}

function calendarOf(months: readonly string[], isWorkingDay: IsWorkingDay): readonly Meeting[] {
  return months
    .filter((month) => !month.endsWith('-07'))
    .flatMap((month) =>
      rhythms.flatMap((rhythm) =>
        boardMeetings(rhythm, month, isWorkingDay).flatMap((each) => withPreparation(rhythm, each, isWorkingDay)),
      ),
    )
}

const monthsFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addMonths(first, index))

/** One meeting per body and day, the known before the invented, in order of date. */
function inOrder(all: readonly Meeting[]): readonly Meeting[] {
  const byDay = new Map<string, Meeting>()
  for (const meeting of all) {
    const key = `${meeting.date} ${meeting.body}`
    const held = byDay.get(key)
    if (!held || held.isInvented) byDay.set(key, meeting)
  }
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, meeting]) => meeting)
}

/**
 * The known meetings, and for every month from August 2023 to June 2024 the meetings that are needed beside them:
 * one of every board, with its working committee and chair's preparation. What is derived says so.
 */
export const meetings: readonly Meeting[] = inOrder([
  ...knownMeetings,
  ...calendarOf(monthsFrom('2023-08', 11), isSwedishWorkingDay),
])

/**
 * Meetings of every board from four months before `today` (an ISO day) to eight months after, July left out, so that a
 * round sent today has meetings to plan against. A month for which a real meeting is known keeps it.
 */
export function rollingCalendar(today: string, isWorkingDay: IsWorkingDay = isSwedishWorkingDay): readonly Meeting[] {
  return inOrder(calendarOf(monthsFrom(addMonths(today.slice(0, 7), -4), 13), isWorkingDay))
}

/** All meetings of a demo that starts on `today`: the real season and the rolling calendar, nothing twice. */
export function meetingsAround(today: string): readonly Meeting[] {
  return inOrder([...meetings, ...rollingCalendar(today)])
}
