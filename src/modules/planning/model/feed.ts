/** Days as a calendar program reads them: iCalendar (RFC 5545, and the names of RFC 7986). Pure. */

import { addDays, swedishInstant } from '../../../kernel/time.ts'

/** One day or hour in somebody's calendar. */
export type FeedEvent = {
  /** The same for the same thing, whatever becomes of it. */
  readonly uid: string
  /** ISO day. */
  readonly on: string
  /** 'hh:mm'; null: the whole day. */
  readonly startsAt: string | null
  readonly title: string
  readonly place: string | null
  /** How many times it has changed. */
  readonly sequence: number
  readonly changedAt: Date
  readonly isCancelled: boolean
  /** A deadline takes no time from the day. */
  readonly isDeadline: boolean
}

/** A whole calendar. The same facts give the same text, so that a program may ask whether anything is new. */
export function calendarText(name: string, events: readonly FeedEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kraftsam//Kalender//SV',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.toSorted((a, b) => a.on.localeCompare(b.on) || a.uid.localeCompare(b.uid)).flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: FeedEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...whenLines(event),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place === null ? [] : [`LOCATION:${escaped(event.place)}`]),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.isDeadline ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** An hour in UTC needs no time zone of its own in the file; a whole day is a Swedish day wherever it is read. */
function whenLines({ on, startsAt }: FeedEvent): string[] {
  if (startsAt !== null) return [`DTSTART:${utc(swedishInstant(on, startsAt))}`]
  return [`DTSTART;VALUE=DATE:${compact(on)}`, `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`]
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')
}

/** RFC 5545, 3.3.11. Control characters have no place in a calendar. */
function escaped(words: string): string {
  return words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const octetsOnALine = 75

/** RFC 5545, 3.1: no line is longer than 75 octets; what goes on begins with a space. A character is never cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > octetsOnALine) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
