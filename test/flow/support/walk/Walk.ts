import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { RecordedEvent } from '@shared/flow/events'
import { evolve } from '@shared/flow/evolve'
import { nextMissOf } from '@shared/flow/missed'
import { recountOf } from '@shared/flow/recount'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { warningDue } from '@shared/rules/warnings'
import type { WorkingCalendar } from '@shared/time/calendar'
import { beijingDay, type Instant } from '@shared/time/localDate'
import type { Head, OutboxDocument, TaskDocument } from '../../../../cloudfunctions/lib/store/documents'
import { headOf, taskOf } from '../../../../cloudfunctions/lib/store/entries'
import { chain, genesisOf } from '../../../../cloudfunctions/lib/store/ledger'
import { outboxOf } from '../../../../cloudfunctions/lib/store/outbox'

/** Somebody asks for something at some time. */
export interface Move {
  command: Command
  role: Role
  /** The staff id of who asks; the person record's for applicants. */
  by: string
  /** When the device says it was done. */
  saidAt?: Instant
}

/** What asking came to. */
export interface Outcome extends Move {
  now: Instant
  before: CaseState | null
  /** A refusal's code; null where it was agreed. */
  code: string | null
  events: RecordedEvent[]
  pushes: OutboxDocument[]
}

const CASE = '0CASE000000000'

/**
 * One case from nothing to its end, recorded as `commit` records it (settle the calendar, decide, chain, head, tasks, pushes), in
 * memory. What a command is handed is frozen: whoever changes it in place fails the test.
 */
export class Walk {
  head: Head | null = null
  readonly ledger: RecordedEvent[] = []
  tasks: TaskDocument[] = []
  readonly asked: Outcome[] = []
  /** The system's commands by their ids: a repeat does nothing. */
  private readonly done = new Set<string>()

  constructor(
    public now: Instant,
    /** Told of each command before the next is asked. */
    private readonly heard: (outcome: Outcome, walk: Walk) => void,
  ) {}

  get state(): CaseState | null {
    return this.head?.state ?? null
  }

  get calendar(): WorkingCalendar {
    return calendarAsOf(beijingDay(this.now))
  }

  ask(move: Move): void {
    this.heard(this.decided(move), this)
  }

  private decided({ command, role, by, saidAt }: Move): Outcome {
    const { head, now, calendar } = this
    const before = head?.state ?? null
    const recounted =
      head && head.calendarVersion !== calendar.version ? recountOf(head.state, head.told, calendar) : []
    const settled = recounted.reduce<CaseState | null>((folded, event) => frozen(evolve(folded, event, now)), before)
    const decision = decide(settled, frozen(command), {
      ...{ now, role },
      said: saidAt === undefined ? undefined : { at: saidAt, calendar },
    })
    const outcome: Outcome = { command, role, by, now, before, code: null, events: [], pushes: [] }
    this.asked.push(outcome)
    if (!decision.ok) {
      outcome.code = decision.error.code
      return outcome
    }
    const actor = { role, id: by }
    const onto = { caseId: CASE, seq: head?.seq ?? 0, hash: head?.hash ?? genesisOf(CASE), at: now }
    outcome.events = chain(onto, frozen([...recounted, ...decision.events]), now, actor)
    const state = outcome.events.reduce<CaseState | null>(
      (folded, { event, at }) => frozen(evolve(folded, event, at)),
      before,
    )!
    const input = { caseId: CASE, command, by: actor }
    const next = headOf(input, head, state, outcome.events.at(-1) ?? onto, { calendar, address: null })
    this.head = { ...next, owner: state.channel === 'online' ? 'oOwner' : '' }
    const tasks = tasksOwed(state, calendar)
    this.tasks = tasks.map((task) => taskOf(this.head!, task))
    outcome.pushes = outboxOf(this.head, outcome.events, {
      tasks,
      calendar,
      alsoTell: ['mofang'],
      by: actor,
      before: head,
    })
    this.ledger.push(...outcome.events)
    return outcome
  }

  /** What the sweep's timer does now: warns and escalates whatever asks for attention. */
  sweep(): void {
    if (!this.head) return
    const once = (task: TaskDocument, what: string, command: Command) => {
      const id = `${task._id}:${task.since}:${what}:${task.dueDay}`
      if (this.done.has(id)) return
      this.done.add(id)
      this.ask({ command, role: 'system', by: 'sweep' })
    }
    if (this.head.calendarVersion !== this.calendar.version && this.head.open)
      this.ask({ command: { type: 'recount' }, role: 'system', by: 'sweep' })
    for (const task of this.tasks.filter(({ attentionAt }) => attentionAt <= this.now)) {
      const { kind, of } = task
      const level = warningDue(task.warnings, this.now)
      if (level) once(task, level, { type: 'warn', task: kind, of, level })
      const missed = this.state && nextMissOf(this.state, this.calendar)
      if (task.missAt <= this.now && missed && missed.at <= this.now)
        once(task, `missed ${missed.dueDay}`, { type: 'miss', dueDay: missed.dueDay })
      if (task.unreadAt <= this.now) once(task, 'unread', { type: 'escalate', task: kind, of })
    }
  }
}

/** Frozen through and through; what is frozen already is not looked at again. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}
