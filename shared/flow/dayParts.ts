import type { DayPart } from '../contract/vocabulary'
import { deployment } from './deployment'

/** What is over by then: a Beijing day and the minute of it. */
interface Moment {
  today: string
  minute: number
}

/** The halves of a day (上午、下午) that are not over. */
export function openParts(day: string, { today, minute }: Moment): DayPart[] {
  if (day < today) return []
  const ends: [DayPart, number][] = [
    ['morning', deployment.noonMinute],
    ['afternoon', deployment.closing.cutOffMinute],
  ]
  return ends.flatMap(([part, end]) => (day > today || minute < end ? [part] : []))
}
