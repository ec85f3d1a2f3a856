import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

/** How days and moments are said to people. Needs no zod, so pages may import it. */
dayjs.extend(utc)

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const BEIJING_OFFSET_MINUTES = 480

/** '2019-04-10' → '4月10日（周三）', or '4月10日（周三，暂定）' where a notice that is not out may still move it. */
export function spokenDay(day: string, provisional = false): string {
  const at = dayjs.utc(day)
  return `${at.month() + 1}月${at.date()}日（${WEEKDAYS[at.day()]}${provisional ? '，暂定' : ''}）`
}

/** '2019-04-10' → '4月10日'. */
export function shortDay(day: string): string {
  const at = dayjs.utc(day)
  return `${at.month() + 1}月${at.date()}日`
}

/** An instant in ms → '4月10日 09:05', Beijing time whatever the device's zone. */
export function spokenInstant(instant: number): string {
  const at = dayjs.utc(instant).utcOffset(BEIJING_OFFSET_MINUTES)
  return `${at.month() + 1}月${at.date()}日 ${shownTime(instant)}`
}

/** An instant in ms → '09:05', Beijing time. */
export const shownTime = (instant: number): string =>
  dayjs.utc(instant).utcOffset(BEIJING_OFFSET_MINUTES).format('HH:mm')
