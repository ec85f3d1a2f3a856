import * as z from 'zod'
import { localDateSchema } from '../../time/localDateSchema'
import { RulesError } from '../rulesError'
import { type CalendarNotice, type CalendarYear, isWeekend, readCalendarYears } from './notices'

/** 'YYYY-MM-DD', or 'YYYY-MM-DD/YYYY-MM-DD' with both ends included. */
const span = z.string().refine(
  (text) => {
    const ends = text.split('/')
    return ends.length <= 2 && ends.every((end) => localDateSchema.safeParse(end).success) && ends[0] <= ends.at(-1)!
  },
  { error: ({ input }) => `不是日期,也不是起止日期: ${input}` },
)

const noticeSchema = z.strictObject({
  id: z.string().min(1),
  authority: z.enum(['national', 'guangxi']),
  document: z.string().min(1),
  published: localDateSchema,
  publishedIs: z.enum(['exact', 'latest']),
  confidence: z.enum(['official', 'secondary']),
  note: z.string().optional(),
  entries: z.array(
    z.strictObject({ name: z.string().min(1), off: z.array(span).optional(), work: z.array(span).optional() }),
  ),
})

const yearSchema = z.strictObject({ year: z.int(), notices: z.array(noticeSchema).min(1) })

/**
 * Whether the years' files are good, and their notices: asked where law enters (`npm run calendar`, the build, tests), not when a
 * function starts. Throws RulesError `badNotice` naming the file's year and the fact: not a day, nothing in it, a day both off
 * and worked, a day listed twice, a make-up day that was a working day anyway, a day of another year, a notice or a year there
 * twice, a year without a national notice.
 */
export function validateCalendarYears(files: readonly unknown[]): CalendarNotice[] {
  const years = files.map((file): CalendarYear => {
    const parsed = yearSchema.safeParse(file)
    if (!parsed.success) throw new RulesError('badNotice', z.prettifyError(parsed.error))
    return parsed.data
  })
  refuseTwice(
    years.flatMap(({ notices }) => notices.map(({ id }) => id)),
    'the notice',
  )
  refuseTwice(
    years.map(({ year }) => String(year)),
    'the year',
  )
  for (const { year, notices } of years) {
    if (!notices.some(({ authority }) => authority === 'national'))
      throw new RulesError('badNotice', `${year} has no national notice`)
  }
  const ordered = readCalendarYears(years)
  ordered.forEach((notice, index) => {
    check(notice, ordered.slice(0, index))
  })
  return ordered
}

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

function refuseTwice(names: readonly string[], of: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new RulesError('badNotice', `${of} has ${twice} twice`)
}
