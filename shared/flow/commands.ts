import type { ApplicantInput, StaffInput } from '../contract/commands'
import type {
  Channel,
  MaterialGroupCode,
  SupplyChange,
  SupplySource,
  SupplyUse,
  TaskKind,
} from '../contract/vocabulary'
import type { WarningLevel } from '../rules/warnings'

/** 接入点 by its names of today. */
interface NamedPoint {
  id: string
  line: string
  pole: string
}

export interface PaperInput {
  group: MaterialGroupCode
  kind: string
  pictures: string[]
}

/** What goes to `decide` as it came over the wire. */
type ByApplicant = {
  [A in 'supplement' | 'replacePaper' | 'appoint' | 'requestInspection' | 'rate' | 'requestCopy']: {
    type: A
  } & ApplicantInput<A>
}
type ByStaff = {
  [A in
    | 'visit'
    | 'collect'
    | 'scheduleOutage'
    | 'giveNewDay'
    | 'contact'
    | 'inspect'
    | 'energize'
    | 'recordAnomaly'
    | 'resolveAnomaly'
    | 'confirmTime']: {
    type: A
    // When an act was said done stands beside the command, with the time it is.
  } & Omit<StaffInput<A>, 'saidAt'>
}
/** Nothing to say but that it is done. */
type Bare = { [A in 'accept' | 'urge' | 'withdraw']: { type: A } }

/** What was decided on somewhere else, or looked up, before `decide` is asked. Words of complaints stay outside the ledger. */
interface Completed {
  submit: {
    type: 'submit'
    channel: Channel
    personId: string
    use: SupplyUse
    change: SupplyChange
    byAgent: boolean
    vatInvoice: boolean
    capacityKva: number | null
    sources: SupplySource
    district: string
    /** `asPrinted`: the person has looked again at a number that fails its check. */
    identity: { kind: string; number: string; asPrinted?: boolean; pictures: string[] }
    property: { kind: string; pictures: string[] } | null
    signature: string
    consentNotice: string
    formDigest: string
    /** The account manager of the district; null where there is none. */
    managerId: string | null
  }
  correct: { type: 'correct'; signature: string; formDigest: string }
  complain: { type: 'complain'; topic: ApplicantInput<'complain'>['topic'] }
  answerComplaint: { type: 'answerComplaint'; number: number }
  askReview: {
    type: 'askReview'
    template: StaffInput<'askReview'>['template']
    points: { line: string; pole: string }[]
    outage: boolean
    drawing: string[]
    reviewers: { staffId: string; department: string }[]
  }
  review: { type: 'review'; staffId: string } & StaffInput<'review'>
  reply: {
    type: 'reply'
    point: NamedPoint
    /** 备用电源's. */
    standby: NamedPoint | null
  } & Omit<StaffInput<'reply'>, 'point' | 'standby'>
  /** `managerId` is somebody who may have the case. */
  reassign: { type: 'reassign' } & StaffInput<'reassign'>
  /** `desks`: whose lists the one who opened it works. */
  markRead: { type: 'markRead'; desks: readonly string[] } & StaffInput<'markRead'>
  warn: { type: 'warn'; task: TaskKind; of: string; level: WarningLevel }
  /** The day the case is held to is over; null where it has been made good meanwhile. */
  miss: { type: 'miss'; dueDay: string | null }
  /** Nobody has opened the task in time. */
  escalate: { type: 'escalate'; task: TaskKind; of: string }
  /** A holiday notice is out that this case has not been counted with yet. */
  recount: { type: 'recount' }
}

/** What somebody asks for, already parsed and with its people and pictures checked. */
export type Command = (ByApplicant & ByStaff & Bare & Completed)[keyof (ByApplicant & ByStaff & Bare & Completed)]
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
