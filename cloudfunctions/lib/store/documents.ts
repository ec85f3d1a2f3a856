import type { FormRow } from '@shared/applicationForm'
import type { PicturePurpose } from '@shared/contract/pictures'
import type { Proposal } from '@shared/contract/proposals'
import type { StaffRole, Status } from '@shared/contract/vocabulary'
import type { Words } from '@shared/flow/detailViews'
import type { RecordedEvent } from '@shared/flow/events'
import type { Told } from '@shared/flow/recount'
import type { CaseState } from '@shared/flow/state'
import type { StoredTask } from '@shared/flow/taskRow'
import type { Person } from '@shared/flow/views'
import type { Warning } from '@shared/rules/warnings'
import type { Instant } from '@shared/time/localDate'

/** applications/{id}: the checked cache of a case's ledger, written whole by every command. */
export interface Head {
  _id: string
  version: number
  state: CaseState
  /** The applicant's openid; '' where staff wrote it down for somebody who came. */
  owner: string
  /** The member of staff who wrote it down for somebody who came, and whom that person comes back to; '' online. */
  enteredBy: string
  /** Shown on lists; erasable, so outside the state. */
  address: string
  /** Number and hash of the last event. */
  seq: number
  hash: string
  /** When something was last recorded: nothing after it is recorded earlier. */
  recordedAt: Instant
  /** Copies for the indexes. */
  status: Status
  open: boolean
  /** Open, with a 用时异常 nobody has marked as over. */
  troubled: boolean
  managerId: string | null
  district: string
  submittedAt: Instant
  /** Close of the promised day; far future before acceptance, so that unpromised cases sort last. */
  dueAt: Instant
  /** What was last said to people, and under which calendar: a newly known one is held against it. */
  told: Told
  calendarVersion: string
  /** Ids of the tasks the case owes. */
  tasks: string[]
  /** Pictures it holds; none once it was taken back. */
  pictures: string[]
  /** Staff asked for their opinion, for as long as the record stands: the case is within their reach. */
  reviewers: string[]
}

/** persons/{id}: personal data, erasable while the ledger stands. */
export interface PersonDocument extends Person {
  _id: string
  owner: string
  createdAt: Instant
  forms: SignedForm[]
  words: Words[]
}

/** What is left of a person's record once it was erased. */
export const NOBODY = {
  name: '',
  identityKind: '',
  identityNumber: '',
  phone: '',
  contactName: '',
  address: '',
  location: null,
  forms: [],
  words: [],
} as const satisfies Omit<PersonDocument, '_id' | 'owner' | 'createdAt' | 'forms' | 'words'> & { forms: []; words: [] }

/** One signing of 用电申请书: everything the document is drawn from. */
export interface SignedForm {
  signedAt: Instant
  rows: FormRow[]
  /** What the signature stands under, a paragraph each. */
  statements: string[]
  consentNotice: string
  /** The signature's picture and the SHA-256 of its bytes. */
  signature: string
  signatureSha256: string
  /** SHA-256 of all of the above; the ledger holds it too. */
  digest: string
}

/** events/{caseId}:{seq}, create-only. */
export interface EventDocument extends RecordedEvent {
  _id: string
}

/** commands/{actor}:{commandId}: what was asked, by its hash, and that it was done. */
export interface CommandDocument {
  _id: string
  requestHash: string
  caseId: string
  version: number
  at: Instant
}

/** tasks/{caseId}.{task key}: one thing a case owes somebody. */
export interface TaskDocument extends StoredTask {
  _id: string
  /** A staff id, or a district's supervisors. */
  assignee: string
  /** Which of several of its kind. */
  of: string
  /** When the work came to the assignee. */
  since: Instant
  /** 预警 still to come, in order. */
  warnings: Warning[]
  /** When the supervisors hear that nobody has opened it; far future once somebody has, or they have heard. */
  unreadAt: Instant
  /** When the sweep looks at it next: the first of these; far future once everything has been said. */
  attentionAt: Instant
}

/** outbox/{caseId}:{seq}:{recipient}: a push owed. */
export interface OutboxDocument {
  _id: string
  caseId: string
  to: { kind: 'applicant'; openid: string } | { kind: 'staff'; staffId: string }
  message: Message
  status: 'owed' | 'sent' | 'given-up'
  /** When it is to be tried next; a lease pushes it forward. */
  nextAt: Instant
  attempts: number
  /** WeChat's errcode of the last attempt; 0 sent, null not tried. */
  errcode: number | null
}

/** What a push says; turned into a WeChat template when it is sent. */
export type Message =
  | { template: 'progress'; what: string; state: string; dueDay: string; tip: string }
  | { template: 'task'; what: string; district: string; dueDay: string; tip: string }

/** pictures/{id}: one uploaded picture. */
export interface PictureDocument {
  _id: string
  owner: string
  purpose: PicturePurpose
  /** Where the bytes are: an incoming path until confirmed, a fresh random one after. */
  fileId: string
  /** The name, under papers/, of the copy made when it is confirmed. */
  copyName: string
  /** Of a PDF's upload only: what its second page and the following become. All there may be until confirmed, then all there are. */
  furtherPages?: FurtherPage[]
  confirmed: boolean
  /** Of the copy's bytes; '' until confirmed. */
  sha256: string
  width: number
  height: number
  /** Removed after this instant unless a case holds it (then far future). */
  expiresAt: Instant
}

/** The picture a further page of a PDF becomes, under `_id` and `copyName` of its own. */
export interface FurtherPage {
  picture: string
  copyName: string
}

/** proposals/{id}: what a former account manager had not sent, for the present one to take over or let go. */
export interface ProposalDocument {
  _id: string
  caseId: string
  staffId: string
  /** Whose the pictures are it names. */
  openid: string
  at: Instant
  /** Nobody having decided on it, the sweep removes it then. */
  removeAt: Instant
  proposal: Proposal
}

/** staff/{id} */
export interface StaffDocument {
  _id: string
  name: string
  phone: string
  role: StaffRole
  /** 部门, as it signs. */
  department: string
  districts: string[]
  active: boolean
  /** 假期代班: who does this person's work until the end of a day; '' nobody. */
  cover: { staffId: string; until: string }
  /** '' until bound by an invitation. */
  openid: string
}

/** An instant after every other: keeps "never" inside an index. */
export const NEVER: Instant = Date.UTC(9999, 0, 1)

/** points/{id}: 接入点. Its identity stays, whatever lines and poles are called later. */
export interface PointDocument {
  _id: string
  district: string
  /** Newest last. */
  names: { from: string; line: string; pole: string }[]
}
