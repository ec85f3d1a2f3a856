import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { announcedOf } from '../shared/flow/recount'
import { calendarAsOf, calendarOf } from '../shared/rules/calendar/calendarAsOf'
import type { CalendarNotice } from '../shared/rules/calendar/notices'
import { statutoryDaysOf } from '../shared/rules/calendar/statutoryDays'
import { validateCalendarYears } from '../shared/rules/calendar/validateCalendarYears'
import { calendarYears } from '../shared/rules/calendar/years'
import { customerClassTitles } from '../shared/rules/vocabulary'
import { beijingDay, type LocalDate, localDate } from '../shared/time/localDate'
import { CommandError, recordedCases, run } from './recordedCases'

/**
 * `npm run calendar -- check <year.json> (--data <folder> | --events <file>)`: validates a year's file and prints every
 * open promise it moves, and every statutory day it forgets. `adopt <year.json>` validates it and puts it among the years. A file for a year that is there
 * replaces that year.
 */
const YEARS = path.resolve(__dirname, '../shared/rules/calendar/years')

const USAGE =
  '用法：npm run calendar -- check <年份文件.json> --data <数据文件夹>，或 npm run calendar -- adopt <年份文件.json>'

function readYear(file: string | undefined): { year: number; text: string; notices: CalendarNotice[] } {
  if (!file || !existsSync(file)) throw new CommandError(file ? `找不到 ${file}。` : USAGE)
  const text = readFileSync(file, 'utf8')
  const parsed = parse(text, file)
  const others = calendarYears.filter((each) => (each as { year: number }).year !== parsed.year)
  return {
    year: parsed.year,
    text: `${JSON.stringify(parsed, null, 2)}\n`,
    notices: validateCalendarYears([...others, parsed]),
  }
}

function parse(text: string, file: string): { year: number } {
  try {
    return JSON.parse(text) as { year: number }
  } catch {
    throw new CommandError(`${file} 不是 JSON。`)
  }
}

function check(file: string | undefined, from: { data?: string; events?: string }, today: LocalDate): string[] {
  const { year, notices } = readYear(file)
  const published = notices.filter((notice) => notice.year === year).map((notice) => notice.published)
  const asOf = [today, ...published].reduce((a, b) => (a > b ? a : b))
  const [before, after] = [calendarAsOf(today), calendarOf(notices, asOf)]
  const open = recordedCases(from).filter(({ state }) => state.acceptedAt !== null && state.status !== 'energized')
  const lines = open.flatMap(({ id, state }) => {
    const [was, is] = [announcedOf(state, before), announcedOf(state, after)]
    if (!was || !is || (was.dueDay === is.dueDay && was.provisional === is.provisional)) return []
    const sure = is.provisional ? '仍暂定' : was.provisional ? '由暂定转为确定' : '确定'
    const what = was.dueDay === is.dueDay ? `${is.dueDay} 不变` : `${was.dueDay} → ${is.dueDay}`
    return [`${id}  ${customerClassTitles[state.customerClass]}  ${state.district}  ${what}  ${sure}`]
  })
  const forgotten = statutoryDaysOf(year, asOf).filter(({ day }) => !isNamed(notices, year, day))
  const moved = lines.filter((line) => line.includes(' → ')).length
  return [
    ...lines,
    ...(forgotten.length > 0
      ? [`通知没有写到的法定节假日仍按放假算：${forgotten.map(({ day }) => day).join('、')}。`]
      : []),
    `${year}年文件可用。在办${open.length}件：${moved}件日期移动，${lines.length - moved}件只是确定下来。`,
  ]
}

/** Whether a year's national notices say anything of a day. */
const isNamed = (notices: readonly CalendarNotice[], year: number, day: LocalDate): boolean =>
  notices.some(
    (notice) =>
      notice.authority === 'national' &&
      notice.year === year &&
      notice.entries.some(({ off, work }) => off.includes(day) || work.includes(day)),
  )

function adopt(file: string | undefined): string[] {
  const { year, text } = readYear(file)
  writeFileSync(path.join(YEARS, `${year}.json`), text)
  writeFileSync(path.join(YEARS, 'index.ts'), indexText())
  return [
    `已收入 ${year} 年。接着：npx biome check --write shared/rules/calendar && npm run rules:page && npm test；上线后一分钟内逐件重新核定并通知。`,
  ]
}

/** The list of years, from the folder. */
export function indexText(): string {
  const years = readdirSync(YEARS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort()
  return `${years.map((year) => `import y${year} from './${year}.json'`).join('\n')}

/** Every year with its notices; \`npm run calendar -- adopt\` adds the next. */
export const calendarYears: readonly unknown[] = [
${years.map((year) => `  y${year},`).join('\n')}
]
`
}

if (process.argv[1] === __filename) {
  run(() => {
    const options = { data: { type: 'string' }, events: { type: 'string' }, today: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    const [verb, file] = positionals
    if (verb === 'adopt') return adopt(file)
    if (verb !== 'check') throw new CommandError(USAGE)
    return check(file, values, values.today ? localDate(values.today) : beijingDay(Date.now()))
  })
}
