import { idCheckCharacter } from '@shared/certificates/checkIdNumber'
import { type Role, type Status, taskKind } from '@shared/contract/vocabulary'
import type { Command, CommandOf } from '@shared/flow/commands'
import { wantedGroups } from '@shared/flow/materials'
import { anomalyCauses } from '@shared/rules/anomalies'
import { complaintTopics } from '@shared/rules/complaints'
import { contactObstacles } from '@shared/rules/contacts'
import { inspectionItems } from '@shared/rules/inspection'
import { warningLevels } from '@shared/rules/warnings'
import type { Instant } from '@shared/time/localDate'
import { plusDays } from '../../../rules/guangxiOracle'
import type { Random } from '../../../support/random'
import { submitCommand } from '../cases'
import { schemeAt } from './schemeAt'
import type { Move, Walk } from './Walk'

type Type = Command['type']
type Makers = { [T in Type]: (random: Random, walk: Walk) => CommandOf<T> }

const REVIEWERS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10']
const PAPERS: Record<string, string[]> = {
  identity: ['idCard', 'businessLicence', 'passport'],
  property: ['propertyCertificate', 'houseCertificate'],
  projectApproval: ['projectApproval', 'planningPermit'],
  authorization: ['authorizationLetter'],
  vatQualification: ['vatQualification'],
  completionReport: ['completionReport'],
}
const today = (now: Instant) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
const picture = (random: Random) => random.below(16).toString(16).repeat(32)
const chance = (random: Random, outOf: number) => random.below(outOf) === 0
const two = (number: number) => String(number).padStart(2, '0')

function idNumber(random: Random): string {
  const born = `${1940 + random.below(60)}${two(1 + random.below(12))}${two(1 + random.below(28))}`
  const first17 = `450202${born}${String(random.below(1000)).padStart(3, '0')}`
  return chance(random, 40) ? `${first17}?` : first17 + idCheckCharacter(first17)
}

/** Mostly a paper that is wanted, now and then any other, or one the rules do not name. */
function paper(random: Random, { state }: Walk) {
  const wanted = state ? wantedGroups(state) : []
  const group = wanted.length > 0 && !chance(random, 6) ? random.pick(wanted) : random.pick(Object.keys(PAPERS))
  const proper =
    group === 'identity' && state?.applicantKind === 'company' ? 'businessLicence' : random.pick(PAPERS[group])
  const kind = chance(random, 15) ? 'feasibilityStudy' : proper
  return {
    group: group as keyof typeof PAPERS as CommandOf<'collect'>['paper']['group'],
    kind,
    pictures: [picture(random)],
  }
}

const someOf = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: random.below(most + 1) }, make)

const task = (random: Random, { tasks }: Walk) =>
  tasks.length > 0 && !chance(random, 4)
    ? (({ kind, of }) => ({ task: kind, of }))(random.pick(tasks))
    : {
        task: random.pick(taskKind.options),
        of: random.pick(['', 'r1', '1']),
      }

const make: Makers = {
  submit: (random) => {
    const business = !chance(random, 3)
    const licence = business && chance(random, 2)
    return {
      ...submitCommand,
      channel: random.pick(['online', 'online', 'online', 'counter', 'greenChannel'] as const),
      use: business ? 'business' : 'household',
      change: random.pick(['new', 'new', 'increase'] as const),
      byAgent: chance(random, 3),
      vatInvoice: chance(random, 3),
      capacityKva: business ? random.pick([10, 160, 161, 400, 800, 8000, 8001, 20_000]) : null,
      sources: random.pick(['single', 'single', 'dual', 'over35kV'] as const),
      identity: licence
        ? {
            kind: 'businessLicence',
            number: '92450203MA5K3T7Q2J',
            pictures: chance(random, 4) ? [] : [picture(random)],
          }
        : { kind: 'idCard', number: idNumber(random), pictures: chance(random, 4) ? [] : [picture(random)] },
      property: chance(random, 3) ? { kind: 'propertyCertificate', pictures: [picture(random)] } : null,
    }
  },
  accept: () => ({ type: 'accept' }),
  supplement: (random, walk) => ({ type: 'supplement', paper: paper(random, walk) }),
  collect: (random, walk) => ({ type: 'collect', paper: paper(random, walk) }),
  replacePaper: (random, walk) => ({ type: 'replacePaper', paper: paper(random, walk) }),
  appoint: (random, { now }) => ({
    type: 'appoint',
    task: random.pick(['visit', 'energize'] as const),
    day: plusDays(today(now), random.below(9) - 2),
    part: random.pick(['morning', 'afternoon'] as const),
  }),
  visit: (random, walk) => ({
    type: 'visit',
    externalLine: chance(random, 2),
    meterPosition: '楼道',
    note: '',
    papers: someOf(random, 2, () => paper(random, walk)),
    site: chance(random, 6) ? [] : [picture(random)],
    signature: chance(random, 2) ? picture(random) : null,
  }),
  askReview: (random, walk) => ({
    type: 'askReview',
    ...schemeAt(random, walk, ([point, standby]) => ({ points: standby ? [point, standby] : [point] })),
    outage: chance(random, 2),
    drawing: someOf(random, 1, () => picture(random)),
    reviewers: Array.from({ length: 1 + random.below(6) }, () => {
      const staffId = random.pick(REVIEWERS)
      return { staffId, department: `部门${Number(staffId.slice(1)) % 6}` }
    }),
  }),
  review: (random, { state }) => ({
    type: 'review',
    staffId: state && state.reviews.length > 0 ? random.pick(state.reviews).staffId : random.pick(REVIEWERS),
    opinion: random.pick(['agree', 'agree', 'object'] as const),
    note: random.pick(['', '母线容量不够']),
  }),
  reply: (random, walk) => ({
    type: 'reply',
    ...schemeAt(random, walk, ([point, standby]) => ({
      point: { id: 'p-1', ...point },
      standby: standby ? { id: 'p-2', ...standby } : null,
    })),
    note: '',
    outage: chance(random, 2),
    answerToObjections: random.pick(['', '已换一段母线']),
  }),
  scheduleOutage: (random, { state, now }) => ({
    type: 'scheduleOutage',
    day: plusDays(state?.outage?.notBefore ?? today(now), random.below(6) - 1),
  }),
  giveNewDay: (random, { now }) => ({
    type: 'giveNewDay',
    day: plusDays(today(now), random.below(8) - 1),
    cause: random.pick(anomalyCauses).code,
  }),
  miss: (random, { now }) => ({ type: 'miss', dueDay: random.pick([null, plusDays(today(now), -1)]) }),
  contact: (random, { now }) => ({
    type: 'contact',
    obstacle: random.pick(contactObstacles).code,
    expected: chance(random, 2) ? null : plusDays(today(now), random.below(40) - 1),
    advice: '到货后先做试验',
  }),
  requestInspection: (random, walk) => {
    const list = walk.state?.inspections.at(-1)?.problems ?? []
    const first = walk.state?.inspections.length === 0
    const wrong = chance(random, 6)
    return {
      type: 'requestInspection',
      report:
        first !== wrong ? { group: 'completionReport', kind: 'completionReport', pictures: [picture(random)] } : null,
      remedies: Array.from({ length: list.length + (chance(random, 8) ? 1 : 0) }, () => ({
        pictures: someOf(random, 1, () => picture(random)),
      })),
    }
  },
  inspect: (random) => ({
    type: 'inspect',
    problems: chance(random, 2)
      ? []
      : Array.from({ length: 1 + random.below(3) }, () => ({
          item: random.pick(inspectionItems).code,
          what: '不合格',
          clause: 'GB 50169-2016',
          pictures: someOf(random, 1, () => picture(random)),
        })),
  }),
  energize: () => ({ type: 'energize', meterNumber: '4502000012345' }),
  recordAnomaly: (random) => ({
    type: 'recordAnomaly',
    cause: chance(random, 2) ? 'supportingWorks' : random.pick(anomalyCauses).code,
    note: '',
    pictures: someOf(random, 1, () => picture(random)),
  }),
  resolveAnomaly: (random, { state }) => ({
    type: 'resolveAnomaly',
    number: 1 + random.below((state?.anomalies.length ?? 0) + 1),
  }),
  reassign: (random) => ({ type: 'reassign', managerId: random.pick(['liqiang', 'lumin']), reason: '片区调整' }),
  urge: () => ({ type: 'urge' }),
  confirmTime: (random, { state }) => ({
    type: 'confirmTime',
    number: 1 + random.below((state?.backfills.length ?? 0) + 1),
    right: !chance(random, 3),
  }),
  rate: (random) => ({ type: 'rate', stars: 1 + random.below(5) }),
  complain: (random) => ({ type: 'complain', topic: random.pick(complaintTopics).code }),
  answerComplaint: (random, { state }) => ({
    type: 'answerComplaint',
    number: 1 + random.below((state?.complaints.length ?? 0) + 1),
  }),
  requestCopy: (random) => ({ type: 'requestCopy', document: random.pick(['notice', 'scheme'] as const) }),
  markRead: (random, walk) => {
    const desk = random.pick(walk.tasks)?.assignee ?? 'liqiang'
    return { type: 'markRead', ...task(random, walk), desks: [desk] }
  },
  warn: (random, walk) => ({ type: 'warn', ...task(random, walk), level: random.pick(warningLevels) }),
  escalate: (random, walk) => ({ type: 'escalate', ...task(random, walk) }),
  correct: (random) => ({ type: 'correct', signature: picture(random), formDigest: '1'.repeat(64) }),
  withdraw: () => ({ type: 'withdraw' }),
  recount: () => ({ type: 'recount' }),
}

/** Whose step it usually is. */
const USUAL: Record<Type, Role> = {
  submit: 'applicant',
  accept: 'manager',
  supplement: 'applicant',
  collect: 'manager',
  replacePaper: 'applicant',
  appoint: 'applicant',
  visit: 'manager',
  askReview: 'manager',
  review: 'reviewer',
  reply: 'manager',
  scheduleOutage: 'manager',
  giveNewDay: 'manager',
  miss: 'system',
  contact: 'manager',
  requestInspection: 'applicant',
  inspect: 'manager',
  energize: 'manager',
  recordAnomaly: 'manager',
  resolveAnomaly: 'manager',
  reassign: 'supervisor',
  urge: 'applicant',
  confirmTime: 'applicant',
  rate: 'applicant',
  complain: 'applicant',
  answerComplaint: 'supervisor',
  requestCopy: 'applicant',
  markRead: 'manager',
  warn: 'system',
  escalate: 'system',
  correct: 'applicant',
  withdraw: 'applicant',
  recount: 'system',
}
const BY: Record<Role, string> = {
  applicant: 'p-CASE',
  manager: 'liqiang',
  reviewer: 'r1',
  supervisor: 'mofang',
  system: 'sweep',
}
export const ACTIONS = Object.keys(USUAL) as Type[]
const ROLES = Object.keys(BY) as Role[]
/** What carries a case on from where it stands. */
const FORWARD: Record<Status, Type[]> = {
  submitted: ['accept', 'supplement'],
  accepted: ['visit', 'visit', 'appoint'],
  surveyed: ['collect', 'energize', 'appoint'],
  planning: ['askReview', 'review', 'review', 'reply'],
  replied: ['requestInspection', 'contact', 'scheduleOutage', 'recordAnomaly', 'resolveAnomaly'],
  inspecting: ['inspect'],
  remedying: ['requestInspection', 'contact', 'recordAnomaly'],
  passed: ['collect', 'energize', 'appoint'],
  energized: ['rate', 'confirmTime', 'complain', 'answerComplaint', 'requestCopy'],
  withdrawn: ['complain', 'withdraw'],
}

/** The next thing somebody asks for: mostly what carries the case on, often anything else, sometimes by the wrong person. */
export function nextMove(walk: Walk, random: Random): Move {
  const { state } = walk
  const type = !state
    ? chance(random, 20)
      ? random.pick(ACTIONS)
      : 'submit'
    : random.below(100) < 45
      ? random.pick(FORWARD[state.status])
      : rarely(random.pick(ACTIONS), random)
  const command = make[type](random, walk)
  const role = chance(random, 12) ? random.pick(ROLES) : roleFor(command)
  const by = command.type === 'review' && role === 'reviewer' ? command.staffId : BY[role]
  // A third of what is done on site is handed in without a signal; now and then by a clock that is wrong.
  const late = PHYSICAL.includes(type) && chance(random, 3)
  return { command, role, by, ...(late ? { saidAt: walk.now + (random.below(40) - 36) * 1_800_000 } : {}) }
}

const PHYSICAL: readonly Type[] = ['visit', 'collect', 'inspect', 'energize']

/** An application is seldom taken back, or nothing would ever be built. */
const rarely = (type: Type, random: Random): Type => (type === 'withdraw' && !chance(random, 2) ? 'urge' : type)

const roleFor = (command: Command): Role =>
  command.type === 'submit' && command.channel !== 'online' ? 'manager' : USUAL[command.type]
