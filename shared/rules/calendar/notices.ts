import { z } from 'zod'
import { compareDates, daysAfter, type LocalDate, localDateSchema, weekday } from '../../time/localDate'
import { RulesError } from '../rulesError'

/** 'YYYY-MM-DD', or 'YYYY-MM-DD/YYYY-MM-DD' with both ends included. */
const span = z.string().transform((text, context): LocalDate[] => {
  const ends = text.split('/').map((end) => localDateSchema.safeParse(end))
  const [from, to = from] = ends.map(({ data }) => data)
  if (ends.length <= 2 && from && to && from <= to) return [from, ...daysAfter(from, to)]
  context.addIssue({ code: 'custom', message: `不是日期,也不是起止日期: ${text}` })
  return z.NEVER
})
const spans = z
  .array(span)
  .default([])
  .transform((lists) => lists.flat())

/** 放假通知: one published arrangement of days off and make-up days. */
const noticeSchema = z.strictObject({
  id: z.string().min(1),
  /** The region's notices build on the national ones. */
  authority: z.enum(['national', 'guangxi']),
  /** 文号, or the title of a notice whose number is not known here. */
  document: z.string().min(1),
  /** The day people could first know it: a calendar of an earlier day ignores the notice. */
  published: localDateSchema,
  /**
   * `exact`: the date is on the notice or its official page. `latest`: only known to have been out by then
   * (a press report, or the eve of its first effect), so promises made before are called provisional.
   */
  publishedIs: z.enum(['exact', 'latest']),
  /** How sure the days are: the official text, or copies of it made by others. */
  confidence: z.enum(['official', 'secondary']),
  note: z.string().optional(),
  /** Days off and days worked, by the holiday they belong to; none where a notice says that nothing changes. */
  entries: z.array(z.strictObject({ name: z.string().min(1), off: spans, work: spans })),
})

/** One year's file: everything published about that year's days. */
const yearSchema = z.strictObject({ year: z.int(), notices: z.array(noticeSchema).min(1) })

/** A notice, its spans spelled out, and the year whose calendar it settles. */
export type CalendarNotice = z.infer<typeof noticeSchema> & { year: number }

/**
 * Reads the years' files, in the order people came to know the notices. Throws RulesError `badNotice` naming the file's
 * year and the fact: not a day, nothing in it, a day both off and worked, a day listed twice, a make-up day that was
 * a working day anyway, a day of another year, a notice or a year there twice, a year without a national notice.
 */
export function readCalendarYears(files: readonly unknown[]): CalendarNotice[] {
  const notices = files.flatMap((file) => {
    const parsed = yearSchema.safeParse(file)
    if (!parsed.success) throw new RulesError('badNotice', z.prettifyError(parsed.error))
    const { year } = parsed.data
    return parsed.data.notices.map((notice) => ({ ...notice, year }))
  })
  refuseTwice(
    notices.map(({ id }) => id),
    'the notice',
  )
  refuseTwice(
    files.map((file) => String((file as { year: number }).year)),
    'the year',
  )
  for (const { year } of notices) {
    const first = notices.find((notice) => notice.year === year && notice.authority === 'national')
    if (!first) throw new RulesError('badNotice', `${year} has no national notice`)
  }
  const ordered = [...notices].sort(byPublication)
  ordered.forEach((notice, index) => {
    check(notice, ordered.slice(0, index))
  })
  return ordered
}

/** Of one day the national notice comes first, since the region's builds on it. */
const byPublication = (a: CalendarNotice, b: CalendarNotice) =>
  compareDates(a.published, b.published) || rankOf(a) - rankOf(b)

/** The national calendar first, then what the region changes in it. */
export const rankOf = ({ authority }: CalendarNotice): number => (authority === 'national' ? 0 : 1)

function check(notice: CalendarNotice, earlier: readonly CalendarNotice[]): void {
  const fail = (fact: string): never => {
    throw new RulesError('badNotice', `${notice.document}: ${fact}`)
  }
  const off = notice.entries.flatMap((entry) => entry.off)
  const work = notice.entries.flatMap((entry) => entry.work)
  for (const day of work) if (off.includes(day)) fail(`${day} is both off and worked`)
  refuseTwice([...off, ...work], notice.document)
  for (const day of [...off, ...work]) {
    const year = Number(day.slice(0, 4))
    // New Year's rest reaches into the last days of the year before.
    const isItsYear = year === notice.year || (year === notice.year - 1 && day.slice(5) >= '12-25')
    if (!isItsYear) fail(`${day} is not a day of ${notice.year}`)
  }
  const wasOff = new Set<string>(earlier.flatMap(({ entries }) => entries.flatMap((entry) => entry.off)))
  for (const day of work) {
    if (!isWeekend(day) && !wasOff.has(day)) fail(`${day} is made a working day, which it was anyway`)
  }
}

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6

function refuseTwice(names: readonly string[], of: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new RulesError('badNotice', `${of} has ${twice} twice`)
}
