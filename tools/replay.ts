import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { calendarAsOf } from '../shared/rules/calendar/calendarAsOf'
import { promise } from '../shared/rules/promise'
import { type RuleSet, ruleSetById } from '../shared/rules/ruleSets'
import { customerClassTitles } from '../shared/rules/vocabulary'
import { beijingDay, type LocalDate, localDate } from '../shared/time/localDate'
import { CommandError, type RecordedCase, recordedCases, run } from './recordedCases'

/**
 * `npm run replay -- --rules <rule set id | draft.json> (--data <folder> | --events <file>)`: holds recorded cases against
 * another rule set and prints which would breach. A draft is a what-if: {"base": "<id>", "limits": {"<row>": {"value": 3}}}.
 */
const draftSchema = z.strictObject({
  base: z.string(),
  limits: z.record(z.string(), z.strictObject({ value: z.int().min(1).max(1000) })),
})

function rulesOf(named: string | undefined): RuleSet {
  if (!named) throw new CommandError('请用 --rules 给出规则集编号（见 shared/rules/README.md 第八节）或草案文件。')
  if (!named.endsWith('.json')) return ruleSetById(named)
  if (!existsSync(named)) throw new CommandError(`找不到 ${named}。`)
  const draft = draftSchema.safeParse(JSON.parse(readFileSync(named, 'utf8')))
  if (!draft.success) throw new CommandError(`${named} 不是草案：${z.prettifyError(draft.error)}`)
  const base = ruleSetById(draft.data.base)
  const changes = draft.data.limits
  const unknown = Object.keys(changes).find((id) => !base.limits.some((limit) => limit.id === id))
  if (unknown) throw new CommandError(`${base.id} 里没有 ${unknown} 这一行。`)
  const limits = base.limits.map((limit) =>
    changes[limit.id] ? { ...limit, amount: { ...limit.amount, value: changes[limit.id].value } } : limit,
  )
  return { ...base, id: `${base.id}(草案)`, limits }
}

type Outcome = 'kept' | 'missed' | 'running' | 'untimed'
const TITLES: Record<Outcome, string> = { kept: '按期', missed: '超时', running: '在办未到期', untimed: '无期限' }

interface Judged {
  line: string
  was: Outcome
  would: Outcome
  used: number
}

function judge({ id, state }: RecordedCase, other: RuleSet, today: LocalDate): Judged {
  const acceptedAt = state.acceptedAt as number
  const end = state.energizedAt === null ? today : beijingDay(state.energizedAt)
  const calendar = calendarAsOf(end)
  const under = (ruleSet: string | RuleSet): { outcome: Outcome; due: string } => {
    try {
      const { customerClass, externalLine } = state
      const starts = { submission: state.submittedAt, acceptance: acceptedAt }
      const { dueDay } = promise({
        ruleSet,
        customerClass,
        stage: 'connection',
        externalLine,
        starts,
        stops: [],
        calendar,
      })
      if (dueDay === null) return { outcome: 'running', due: '停钟' }
      if (end > dueDay) return { outcome: 'missed', due: dueDay }
      return { outcome: state.energizedAt === null ? 'running' : 'kept', due: dueDay }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'noLimit') return { outcome: 'untimed', due: '—' }
      throw error
    }
  }
  const [was, would] = [under(state.ruleSetId as string), under(other)]
  const start = beijingDay(acceptedAt)
  const used = calendar.between(start, end)
  const line = [
    id,
    customerClassTitles[state.customerClass],
    `受理${start}`,
    state.energizedAt === null ? '在办' : `送电${end}`,
    `用${used}个工作日`,
    `原${was.due} ${TITLES[was.outcome]}`,
    `新${would.due} ${TITLES[would.outcome]}`,
    was.outcome !== 'missed' && would.outcome === 'missed' ? '← 将超时' : '',
  ]
  return { line: line.join('  ').trimEnd(), was: was.outcome, would: would.outcome, used }
}

run(() => {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ options: { rules: option, data: option, events: option, today: option } })
  const other = rulesOf(values.rules)
  const today = values.today ? localDate(values.today) : beijingDay(Date.now())
  const cases = recordedCases(values)
  const accepted = cases.filter(({ state }) => state.acceptedAt !== null)
  const judged = accepted.map((each) => judge(each, other, today))
  const count = (test: (each: Judged) => boolean) => judged.filter(test).length
  const mean = judged.length > 0 ? judged.reduce((sum, { used }) => sum + used, 0) / judged.length : 0
  return [
    ...judged.map(({ line }) => line),
    `按 ${other.id} 重算${judged.length}件（另有${cases.length - accepted.length}件尚未受理，不计）：`,
    `  将新超时${count(({ was, would }) => was !== 'missed' && would === 'missed')}件，` +
      `原已超时${count(({ was }) => was === 'missed')}件，其中不再超时${count(({ was, would }) => was === 'missed' && would !== 'missed')}件，` +
      `新规则没有期限的${count(({ would }) => would === 'untimed')}件；平均用时${mean.toFixed(1)}个工作日。`,
  ]
})
