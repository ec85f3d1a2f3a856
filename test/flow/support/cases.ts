import type { Role, Status } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { type Decision, decide } from '@shared/flow/decide'
import type { Actor, CaseEvent } from '@shared/flow/events'
import { type CaseState, evolve, foldHistory } from '@shared/flow/state'
import type { Instant } from '@shared/time/localDate'

/** '2019-04-03 10:00' in Beijing → instant. */
export const beijing = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

const picture = (digit: string) => digit.repeat(32)
export const PICTURES = { identity: picture('a'), deed: picture('b'), signature: picture('c') }
export const ID_NUMBER = '450202198803120326'

export const submitCommand = {
  type: 'submit',
  personId: 'p-CASE',
  use: 'household',
  change: 'new',
  byAgent: false,
  vatInvoice: false,
  capacityKva: null,
  district: '城中区',
  identity: { kind: 'idCard', number: ID_NUMBER, pictures: [PICTURES.identity] },
  property: null,
  signature: PICTURES.signature,
  consentNotice: '2026-11',
  formDigest: '0'.repeat(64),
  managerId: 'liqiang',
} satisfies Command

export const shopCommand = {
  ...submitCommand,
  use: 'business',
  capacityKva: 30,
  identity: { kind: 'businessLicence', number: '92450203MA5K3T7Q2J', pictures: [PICTURES.identity] },
} satisfies Command

export const deed = { group: 'property' as const, kind: 'propertyCertificate', pictures: [PICTURES.deed] }
export const idCard = { group: 'identity' as const, kind: 'idCard', pictures: [PICTURES.identity] }

/** One command of each kind that the rules agree to, where the stage and the role allow it. */
export const commands = {
  submit: submitCommand,
  accept: { type: 'accept' },
  supplement: { type: 'supplement', paper: deed },
  collect: { type: 'collect', paper: deed },
  visit: { type: 'visit', externalLine: false, meterPosition: '进门左侧', note: '', papers: [] },
  energize: { type: 'energize', meterNumber: '4502000012345' },
  warn: { type: 'warn', task: 'visit', level: 'dueToday' },
  correct: { type: 'correct', signature: 'd'.repeat(32), formDigest: '1'.repeat(64) },
  withdraw: { type: 'withdraw' },
  recount: { type: 'recount' },
} as const satisfies { [T in Command['type']]: Extract<Command, { type: T }> }

export const NOW = beijing('2026-11-23 10:00')

/** Folds events that all happened at one instant. */
export const given = (...events: CaseEvent[]): CaseState | null =>
  foldHistory(events.map((event) => ({ event, at: NOW, by: { role: 'system', id: 'rules' } satisfies Actor })))

/** The events of an agreed decision; fails the test on a refusal. */
export function agreed(decision: Decision): CaseEvent[] {
  if (!decision.ok) throw new Error(`refused: ${decision.error.code} ${decision.error.message}`)
  return decision.events
}

/** Decides and folds in one go. */
export function after(state: CaseState | null, command: Command, role: Role, now: Instant = NOW): CaseState {
  return agreed(decide(state, command, { now, role })).reduce<CaseState | null>(
    (folded, event) => evolve(folded, event, now),
    state,
  )!
}

/** A case at each stage, nothing wanted but what the stage itself leaves open. */
export function caseAt(stage: Status): CaseState {
  const typed = { ...submitCommand, identity: { ...submitCommand.identity, pictures: [] } }
  if (stage === 'submitted') return after(null, typed, 'applicant')
  const accepted = after(null, submitCommand, 'applicant')
  if (stage === 'accepted') return accepted
  const surveyed = after(accepted, commands.visit, 'manager')
  if (stage === 'surveyed') return surveyed
  if (stage === 'withdrawn') return after(surveyed, commands.withdraw, 'applicant')
  return after(after(surveyed, commands.collect, 'manager'), commands.energize, 'manager')
}
