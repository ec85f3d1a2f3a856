import type { CustomerClass, Status } from '@shared/contract/vocabulary'
import type { CaseEvent, RecordedEvent } from '@shared/flow/events'
import { plusDays } from '../../../rules/guangxiOracle'

/**
 * A second, plain reading of a case's ledger, written from the plan and not from the code: which way statuses may go, what is
 * owed, whose time it is, and the day a stage's own limit ends.
 */
export interface Model {
  status: Status
  customerClass: CustomerClass
  acceptedOn: string | null
  /** 现场勘察's answer; null before it. */
  line: boolean | null
  repliedOn: string | null
  /** [from, to] days of each stretch from a written list to the re-application. */
  stops: [from: string, to: string | null][]
  requestedOn: string | null
  endedOn: string | null
  reviewers: Set<string>
  /** 补传, in order: what was said, of which act, and whether it waits to be confirmed. */
  backfills: { act: string; saidOn: string; stop: number; asked: boolean }[]
  outage: 'none' | 'wanted' | 'planned'
  complaints: Set<number>
  openComplaints: Set<number>
  /** A new day for a promise that was missed. */
  newDay: 'none' | 'owed' | 'given'
  rounds: number
  lastList: number
  /** The last warning of each piece of work, as the ledger tells it. */
  warned: Map<string, number>
}

const LEVELS = ['oneDayLeft', 'dueToday', 'overdue', 'overdueOneDay']
/** Working days of the stages that have a clock (附件1 to 3); low voltage by whether a line is needed. */
const DAYS: Record<CustomerClass, { first: (line: boolean) => number; second: number | null }> = {
  resident: { first: (line) => (line ? 2 : 1), second: null },
  lowVoltage: { first: (line) => (line ? 4 : 2), second: null },
  hvSingle: { first: () => 6, second: 6 },
  hvDual: { first: () => 16, second: 8 },
}
/** The two roads of the plan: nothing may be added to either. */
const LOW: Partial<Record<Status, Status[]>> = {
  submitted: ['accepted'],
  accepted: ['surveyed'],
  surveyed: ['energized'],
}
const HIGH: Partial<Record<Status, Status[]>> = {
  submitted: ['accepted'],
  accepted: ['planning'],
  planning: ['replied'],
  replied: ['inspecting'],
  inspecting: ['remedying', 'passed'],
  remedying: ['inspecting'],
  passed: ['energized'],
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
export const isHigh = (customerClass: CustomerClass) => customerClass.startsWith('hv')

export const mayFollow = (customerClass: CustomerClass, from: Status, to: Status): boolean =>
  from === to ||
  (to === 'withdrawn' && from !== 'energized' && from !== 'withdrawn') ||
  ((isHigh(customerClass) ? HIGH : LOW)[from]?.includes(to) ?? false)

/** One more event. Answers what is wrong with it in its place; empty is sound. */
export function follow(model: Model | null, { event, at }: RecordedEvent): { model: Model; wrong: string[] } {
  if (!model)
    return {
      model: begun(event as CaseEvent & { type: 'submitted' }),
      wrong: event.type === 'submitted' ? [] : ['no submission'],
    }
  const next = { ...model, warned: new Map(model.warned) }
  const wrong: string[] = []
  const go = (to: Status) => {
    if (!mayFollow(model.customerClass, model.status, to) || model.status === to) wrong.push(`${model.status} → ${to}`)
    next.status = to
  }
  const day = dayOf(at)
  if ('said' in event && event.said) {
    const { at: saidAt, standing } = event.said
    if (standing !== 'untenable' && saidAt > at) wrong.push('said done in the future')
    const one = { act: event.type, saidOn: dayOf(saidAt), stop: model.stops.length, asked: standing === 'asked' }
    next.backfills = [...model.backfills, one]
  }
  switch (event.type) {
    case 'submitted':
      wrong.push('submitted twice')
      break
    case 'accepted':
      go('accepted')
      next.acceptedOn = day
      break
    case 'surveyed':
      go(isHigh(model.customerClass) ? 'planning' : 'surveyed')
      next.line = event.externalLine
      break
    case 'reviewAsked':
      next.reviewers = new Set([...model.reviewers, ...event.reviewers.map(({ staffId }) => staffId)])
      // Asked about another scheme, it is new work.
      for (const { staffId } of event.reviewers) next.warned.delete(`review.${staffId}`)
      if (model.status !== 'planning') wrong.push('review outside the planning')
      break
    case 'reviewed':
      next.reviewers = new Set([...model.reviewers].filter((id) => id !== event.staffId))
      if (!model.reviewers.has(event.staffId)) wrong.push('an opinion nobody asked for')
      break
    case 'replied':
      go('replied')
      next.repliedOn = day
      next.reviewers = new Set()
      next.newDay = 'none'
      break
    case 'outageRequested':
      next.outage = 'wanted'
      break
    case 'outageScheduled':
      if (model.outage === 'none') wrong.push('an outage nobody asked for')
      next.outage = 'planned'
      break
    case 'contacted':
      if (model.status !== 'replied' && model.status !== 'remedying') wrong.push('a contact in our own time')
      next.warned.delete('contact')
      break
    case 'inspectionRequested':
      go('inspecting')
      next.rounds += 1
      next.requestedOn ??= day
      next.stops = model.stops.map(([from, to]) => [from, to ?? day])
      next.warned.delete('inspect')
      if (event.round !== next.rounds) wrong.push('a round out of order')
      if (event.remedies.length !== model.lastList) wrong.push('a list not answered line by line')
      break
    case 'inspected':
      go(event.problems.length === 0 ? 'passed' : 'remedying')
      next.lastList = event.problems.length
      next.warned.delete('contact')
      if (event.problems.length > 0) {
        next.stops = [...model.stops, [day, null]]
        next.newDay = 'none'
      }
      break
    case 'energized':
      go('energized')
      next.endedOn = event.said?.standing === 'taken' ? dayOf(event.said.at) : day
      next.newDay = 'none'
      break
    case 'timeConfirmed': {
      const { act, saidOn, stop, asked } = model.backfills[event.number - 1]
      if (!asked) wrong.push('a time confirmed that nobody asked about')
      next.backfills = model.backfills.map((one, index) =>
        index === event.number - 1 ? { ...one, asked: false } : one,
      )
      if (event.right && act === 'energized') next.endedOn = saidOn
      if (event.right && act === 'inspected')
        next.stops = model.stops.map(([from, to], index) => [index === stop ? saidOn : from, to])
      break
    }
    case 'withdrawn':
      go('withdrawn')
      next.newDay = 'none'
      next.endedOn = day
      break
    case 'complained':
      next.complaints = new Set([...model.complaints, event.number])
      next.openComplaints = new Set([...model.openComplaints, event.number])
      if (event.number !== model.complaints.size + 1) wrong.push('a complaint out of order')
      break
    case 'complaintAnswered':
      next.openComplaints = new Set([...model.openComplaints].filter((number) => number !== event.number))
      if (!model.openComplaints.has(event.number)) wrong.push('an answer to nothing')
      break
    case 'promiseMissed':
      if (!clockRuns(model) || model.endedOn) wrong.push('missed where nothing was promised')
      next.newDay = 'owed'
      next.warned.delete('newDay')
      break
    case 'newDayGiven':
      if (model.newDay !== 'owed') wrong.push('a new day nobody waits for')
      if (event.day < day) wrong.push('a new day that has passed')
      next.newDay = 'given'
      break
    case 'warned': {
      const key = event.of ? `${event.task}.${event.of}` : event.task
      const level = LEVELS.indexOf(event.level)
      if (level <= (model.warned.get(key) ?? -1)) wrong.push(`warned again: ${key} ${event.level}`)
      if (!owedIn(model).includes(key)) wrong.push(`warned of nothing: ${key}`)
      next.warned.set(key, level)
      break
    }
    case 'recounted':
      // Another day of the promise: what rests on it is warned of anew. Outages and complaints have days of their own.
      if (event.from !== event.to) {
        for (const key of next.warned.keys())
          if (!/^(outage|contact|complaint|confirmTime|newDay)/.test(key)) next.warned.delete(key)
        next.newDay = 'none'
      }
      if (next.endedOn) wrong.push('recounted after the end')
      break
  }
  return { model: next, wrong }
}

function begun({ customerClass }: CaseEvent & { type: 'submitted' }): Model {
  return {
    status: 'submitted',
    customerClass,
    acceptedOn: null,
    line: null,
    repliedOn: null,
    stops: [],
    requestedOn: null,
    endedOn: null,
    reviewers: new Set(),
    backfills: [],
    outage: 'none',
    complaints: new Set(),
    openComplaints: new Set(),
    newDay: 'none',
    rounds: 0,
    lastList: 0,
    warned: new Map(),
  }
}

const NEXT: Partial<Record<Status, string>> = {
  submitted: 'accept',
  accepted: 'visit',
  surveyed: 'energize',
  planning: 'reply',
  inspecting: 'inspect',
  passed: 'energize',
}

/** What the case owes anybody, by task key. Taken back, it owes an answer to whoever complained. */
export function owedIn(model: Model): string[] {
  const complaints = [...model.openComplaints].map((number) => `complaint.${number}`)
  if (model.status === 'withdrawn') return complaints
  const next = NEXT[model.status]
  return [
    ...(next ? [next] : []),
    ...(model.status === 'planning' ? [...model.reviewers].map((id) => `review.${id}`) : []),
    ...(model.outage === 'wanted' && !model.endedOn ? ['outage'] : []),
    ...(model.newDay === 'owed' ? ['newDay'] : []),
    ...(model.status === 'replied' || model.status === 'remedying' ? ['contact'] : []),
    ...complaints,
    ...model.backfills.flatMap(({ asked }, index) => (asked ? [`confirmTime.${index + 1}`] : [])),
  ]
}

/** Whether a promise runs now: never before acceptance, never in the customer's own time. */
export const clockRuns = ({ status, acceptedOn }: Model): boolean =>
  acceptedOn !== null && status !== 'replied' && status !== 'remedying'

/** The day the city's own limit of the present stage ends, by walking from day to day. */
export function stageDue(model: Model, isWorking: (day: string) => boolean): string {
  const { first, second } = DAYS[model.customerClass]
  const inSecond = isHigh(model.customerClass) && model.requestedOn !== null
  const stopped = (day: string) =>
    inSecond && model.stops.some(([from, to]) => day > from && (to === null || day <= to))
  let left = inSecond ? second! : first(model.line ?? true)
  let day = inSecond ? model.requestedOn! : model.acceptedOn!
  while (left > 0) {
    day = plusDays(day, 1)
    if (isWorking(day) && !stopped(day)) left -= 1
  }
  return day
}
