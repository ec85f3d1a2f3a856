import type { Role, Status } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { Decision } from '@shared/flow/decision'
import type { Actor, CaseEvent, Problem } from '@shared/flow/events'
import { evolve, foldHistory } from '@shared/flow/evolve'
import type { CaseState } from '@shared/flow/state'
import type { Person } from '@shared/flow/views'
import type { Instant } from '@shared/time/localDate'

/** '2019-04-03 10:00' in Beijing → instant. */
export const beijing = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

const picture = (digit: string) => digit.repeat(32)
export const PICTURES = { identity: picture('a'), deed: picture('b'), signature: picture('c') }
export const ID_NUMBER = '450202198803120326'

/** Whose the cases are. */
export const PERSON: Person = {
  name: '韦小红',
  identityKind: 'idCard',
  identityNumber: ID_NUMBER,
  phone: '13807720001',
  contactName: '韦小红',
  address: '文昌路18号',
  location: null,
  forms: [],
  words: [],
}

export const submitCommand = {
  type: 'submit',
  channel: 'online',
  personId: 'p-CASE',
  use: 'household',
  change: 'new',
  byAgent: false,
  vatInvoice: false,
  capacityKva: null,
  sources: 'single',
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

/** A factory on one 10 kV source; with two sources it is `hvDual`. */
export const factoryCommand = {
  ...shopCommand,
  capacityKva: 800,
  identity: { kind: 'businessLicence', number: '92450203MA5K3T7Q2J', pictures: [PICTURES.identity] },
} satisfies Command

export const deed = { group: 'property' as const, kind: 'propertyCertificate', pictures: [PICTURES.deed] }
export const idCard = { group: 'identity' as const, kind: 'idCard', pictures: [PICTURES.identity] }

export const approval = { group: 'projectApproval' as const, kind: 'projectApproval', pictures: [picture('e')] }
export const report = { group: 'completionReport' as const, kind: 'completionReport', pictures: [picture('f')] }
export const PROBLEM: Problem = { item: 'grounding', what: '接地电阻偏大', clause: 'GB 50169-2016', pictures: [] }
const NAMED = { line: '10千伏城站线', pole: '12号杆' }
const POINT = { id: 'p-1', ...NAMED }
/** 备用电源's. */
export const STANDBY = { id: 'p-2', line: '10千伏河东线', pole: '7号杆' }
/** Where a line must go. */
export const SITE = [picture('8')]

/** One command of each kind that the rules agree to, where the stage and the role allow it. */
export const commands = {
  submit: submitCommand,
  accept: { type: 'accept' },
  supplement: { type: 'supplement', paper: deed },
  collect: { type: 'collect', paper: deed },
  replacePaper: { type: 'replacePaper', paper: { ...idCard, pictures: [picture('9')] } },
  appoint: { type: 'appoint', task: 'visit', day: '2026-11-24', part: 'morning' },
  visit: {
    type: 'visit',
    externalLine: false,
    meterPosition: '进门左侧',
    note: '',
    papers: [],
    site: SITE,
    signature: null,
  },
  askReview: {
    type: 'askReview',
    template: 'dedicatedLine',
    points: [NAMED],
    outage: false,
    drawing: [],
    reviewers: [{ staffId: 'luohai', department: '规划部' }],
  },
  review: { type: 'review', staffId: 'luohai', opinion: 'agree', note: '' },
  reply: {
    type: 'reply',
    template: 'teeHighMetering',
    point: POINT,
    standby: null,
    note: '',
    outage: false,
    answerToObjections: '',
  },
  scheduleOutage: { type: 'scheduleOutage', day: '2027-01-05' },
  giveNewDay: { type: 'giveNewDay', day: '2026-12-03', cause: 'crewShortage' },
  miss: { type: 'miss', dueDay: '2026-11-24' },
  contact: { type: 'contact', obstacle: 'equipment', expected: '2027-01-05', advice: '到货后先做试验' },
  requestInspection: { type: 'requestInspection', report, remedies: [] },
  inspect: { type: 'inspect', problems: [] },
  energize: { type: 'energize', meterNumber: '4502000012345' },
  recordAnomaly: { type: 'recordAnomaly', cause: 'weather', note: '', pictures: [] },
  resolveAnomaly: { type: 'resolveAnomaly', number: 1 },
  reassign: { type: 'reassign', managerId: 'lumin', reason: '片区调整' },
  urge: { type: 'urge' },
  confirmTime: { type: 'confirmTime', number: 1, right: true },
  rate: { type: 'rate', stars: 5 },
  complain: { type: 'complain', topic: 'late' },
  answerComplaint: { type: 'answerComplaint', number: 1 },
  requestCopy: { type: 'requestCopy', document: 'notice' },
  markRead: { type: 'markRead', task: 'visit', of: '', desks: ['liqiang'] },
  warn: { type: 'warn', task: 'visit', of: '', level: 'dueToday' },
  escalate: { type: 'escalate', task: 'visit', of: '' },
  correct: { type: 'correct', signature: 'd'.repeat(32), formDigest: '1'.repeat(64) },
  withdraw: { type: 'withdraw' },
  recount: { type: 'recount' },
} satisfies { [T in Command['type']]: Extract<Command, { type: T }> }

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

/** A case at each stage of the low-voltage road, nothing wanted but what the stage itself leaves open. */
export function caseAt(stage: Status): CaseState {
  const typed = { ...submitCommand, identity: { ...submitCommand.identity, pictures: [] } }
  if (stage === 'submitted') return after(null, typed, 'applicant')
  const accepted = after(null, submitCommand, 'applicant')
  if (stage === 'accepted') return accepted
  const surveyed = after(accepted, commands.visit, 'manager')
  if (stage === 'surveyed') return surveyed
  if (stage === 'withdrawn') return after(surveyed, commands.withdraw, 'applicant')
  if (stage !== 'energized') return highVoltageAt(stage)
  return after(after(surveyed, commands.collect, 'manager'), commands.energize, 'manager')
}

/** A case at each stage only high voltage has, every paper there; a line has to be switched off to connect it. */
export function highVoltageAt(stage: Status, first: Command = factoryCommand): CaseState {
  const steps: [reached: Status, command: Command, role: Role][] = [
    ['planning', { ...commands.visit, externalLine: true, papers: [deed, approval] }, 'manager'],
    [
      'replied',
      {
        ...commands.reply,
        ...(first.type === 'submit' && first.sources === 'dual'
          ? { template: 'dualSource', standby: STANDBY }
          : { template: 'teeHighMetering' }),
        outage: true,
      },
      'manager',
    ],
    ['inspecting', commands.requestInspection, 'applicant'],
    ['remedying', { type: 'inspect', problems: [PROBLEM] }, 'manager'],
    ['inspecting', { type: 'requestInspection', report: null, remedies: [{ pictures: [] }] }, 'applicant'],
    ['passed', commands.inspect, 'manager'],
    ['energized', commands.energize, 'manager'],
  ]
  let state = after(null, first, 'applicant')
  for (const [, command, role] of steps) {
    if (state.status === stage) return state
    state = after(state, command, role)
  }
  return state
}
