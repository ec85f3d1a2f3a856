import { z } from 'zod'
import { daysAfter, type LocalDate, localDateSchema } from '../time/localDate'
import { guangxiNotices } from './calendar/guangxi'
import { nationalNotices2014to2019 } from './calendar/national2014to2019'
import { nationalNotices2020to2026 } from './calendar/national2020to2026'

/** 'YYYY-MM-DD', or 'YYYY-MM-DD/YYYY-MM-DD' with both ends included. */
const span = z.string().transform((text): LocalDate[] => {
  const [from, to = from] = text.split('/').map((end) => localDateSchema.parse(end))
  if (!from || !to || to < from) throw new RangeError(`not a span of days: ${text}`)
  return [from, ...daysAfter(from, to)]
})
const spans = z
  .array(span)
  .default([])
  .transform((lists) => lists.flat())

/** 放假通知: one published arrangement of days off and make-up days. */
const calendarNoticeSchema = z.object({
  id: z.string(),
  authority: z.enum(['national', 'guangxi']),
  /** The year whose calendar it settles; it may reach into the last days of the year before. */
  year: z.int(),
  /** 文号, or the title of a notice whose number is not known here. */
  document: z.string(),
  /** The day people could first know it: a calendar of an earlier day ignores the notice. */
  published: localDateSchema,
  /**
   * `exact`: the date is on the notice or its official page. `latest`: only known to have been out by then
   * (a press report, or the eve of its first effect), so promises made before are called provisional.
   */
  publishedIs: z.enum(['exact', 'latest']),
  /** How sure the days are: the official text, or copies of it made by others. */
  confidence: z.enum(['official', 'secondary']),
  entries: z.array(z.object({ name: z.string(), off: spans, work: spans })),
  note: z.string().optional(),
})
export type CalendarNotice = z.infer<typeof calendarNoticeSchema>
export type CalendarNoticeRow = z.input<typeof calendarNoticeSchema>

/** Checks rows and spells out their spans; throws on a bad row. */
export const readCalendarNotices = (rows: CalendarNoticeRow[]): CalendarNotice[] =>
  z.array(calendarNoticeSchema).parse(rows)

/** Every notice known to this build. */
export const calendarNotices: readonly CalendarNotice[] = readCalendarNotices([
  ...nationalNotices2014to2019,
  ...nationalNotices2020to2026,
  ...guangxiNotices,
])
