import * as z from 'zod'
import {
  anomalyView,
  appointmentView,
  backfillView,
  complaintView,
  reviewView,
  roundView,
  schemeView,
  templateView,
  timeView,
} from './details'
import { proposalView } from './proposals'
import {
  caseId,
  channel,
  customerClass,
  day,
  documentKind,
  instant,
  materialGroup,
  pictureId,
  role,
  status,
  taskKind,
} from './vocabulary'

/** One legal limit as shown: whose it is, how long, where it is written. */
const limitView = z.object({
  /** 柳州市, 广西壮族自治区 … */
  authority: z.string(),
  /** '2个工作日' */
  limit: z.string(),
  dueDay: day,
  provisional: z.boolean(),
  /** Document and article. */
  source: z.string(),
})
const explainedDay = z.object({
  day,
  counted: z.boolean(),
  /** '周六', '清明节', '广西三月三', '调休上班', '工作日', '停表：…' … */
  reason: z.string(),
})
export const promiseView = z.object({
  dueDay: day,
  dueAt: instant,
  /** A year's holiday notice is not out yet: the day may move when it is. */
  provisional: z.boolean(),
  /** The Beijing day of the event it is counted from (受理, at energization 报验), itself not counted. */
  startDay: day,
  days: z.array(explainedDay),
  /** 放假通知 that decided any of these days, by number or title. */
  notices: z.array(z.string()),
  limit: limitView,
  /** Other authorities' limits, side by side. */
  others: z.array(limitView),
  /** Before the survey: the day it becomes when no external line is needed. */
  earlierDay: day.nullable(),
  /** A notice that is not out may still move that earlier day. */
  earlierProvisional: z.boolean(),
  /** That day is over and nobody has come to survey yet. */
  earlierPassed: z.boolean(),
  /** Passed without power, or kept late: by so many working days until today, or until it was done. */
  late: z.object({ workingDays: z.int(), until: day }).nullable(),
  externalLine: z.boolean().nullable(),
  ruleSet: z.string(),
})
export type PromiseView = z.infer<typeof promiseView>

/** How a case stands against its promise; `paused`: no clock runs, it is the customer's own time. */
export const standing = z.enum(['onTime', 'dueSoon', 'overdue', 'paused', 'kept', 'missed', 'withdrawn'])
export type Standing = z.infer<typeof standing>

export const caseCard = z.object({
  id: caseId,
  status,
  customerClass,
  /** '居民用电', '小微企业用电', '高压用电' … */
  title: z.string(),
  /** Where the power is wanted. */
  address: z.string(),
  submittedAt: instant,
  /** Null until accepted, and while no clock runs. */
  dueDay: day.nullable(),
  /** What is promised for that day: '通电', '答复供电方案'. */
  promised: z.string(),
  /** What the road ends with: '通电', '增容'. */
  end: z.string(),
  provisional: z.boolean(),
  energizedAt: instant.nullable(),
  standing,
  /** Whose turn it is, and what happens next, in one plain sentence. */
  next: z.object({ who: z.enum(['utility', 'applicant', 'nobody']), what: z.string() }),
})
export type CaseCard = z.infer<typeof caseCard>

export const materialView = z.object({
  group: materialGroup,
  title: z.string(),
  /** `later`: asked for at a later stage, with the application it belongs to. */
  state: z.enum(['received', 'wanted', 'later']),
  /** One of these is enough. */
  oneOf: z.array(z.object({ code: z.string(), title: z.string(), condition: z.string().nullable() })),
  received: z
    .object({
      kind: z.string(),
      title: z.string(),
      at: instant,
      via: z.enum(['online', 'visit']),
      pictures: z.array(pictureId),
    })
    .nullable(),
})
export type MaterialView = z.infer<typeof materialView>

export const timelineStep = z.object({
  key: z.enum(['submitted', 'accepted', 'surveyed', 'replied', 'requested', 'passed', 'energized', 'withdrawn']),
  title: z.string(),
  state: z.enum(['done', 'now', 'todo']),
  /** When it happened. */
  at: instant.nullable(),
  /** By when it is due; what was promised, also once it has happened. */
  plannedDay: day.nullable(),
  /** A notice that is not out may still move that day. */
  provisional: z.boolean(),
  note: z.string().nullable(),
})
export type TimelineStep = z.infer<typeof timelineStep>

/** 办理环节, numbered as the plan numbers them, with the steps inside it. */
export const roadStage = z.object({
  number: z.int().positive(),
  title: z.string(),
  state: z.enum(['done', 'now', 'todo']),
  steps: z.array(timelineStep),
})
export type RoadStage = z.infer<typeof roadStage>

/** One line of the case's record, in plain words. */
/** `who`: to staff, the name and department, and for whom they stood in; '' to the applicant. */
export const historyLine = z.object({ seq: z.int(), at: instant, by: role, who: z.string(), text: z.string() })
export type HistoryLine = z.infer<typeof historyLine>

/** 承诺与实际, once the power is on: of the whole, and of each stage that had a clock. */
const outcome = z.object({
  promisedDay: day,
  energizedAt: instant,
  workingDaysUsed: z.int(),
  kept: z.boolean(),
  stages: z.array(
    z.object({ title: z.string(), promisedDay: day, doneAt: instant, workingDaysUsed: z.int(), kept: z.boolean() }),
  ),
})
export type Outcome = z.infer<typeof outcome>

const caseCommon = caseCard.extend({
  version: z.int().positive(),
  acceptedAt: instant.nullable(),
  promise: promiseView.nullable(),
  time: timeView.nullable(),
  materials: z.array(materialView),
  road: z.array(roadStage),
  /** A promise that was missed and is still to be kept: which day, by when a new one is said, and that one with its cause. */
  missed: z
    .object({ dueDay: day, newDayBy: day, newDay: z.object({ day, because: z.string() }).nullable() })
    .nullable(),
  history: z.array(historyLine),
  capacityKva: z.number().nullable(),
  /** Why this class of customer, and the rule. */
  whyClass: z.string(),
  meterPosition: z.string().nullable(),
  meterNumber: z.string().nullable(),
  appointment: appointmentView.nullable(),
  /** Days that can be agreed on for the next visit, nearest first; none where nothing is to be agreed on. */
  slots: z.array(day),
  scheme: schemeView.nullable(),
  outage: z.object({ notBefore: day, day: day.nullable() }).nullable(),
  /** 竣工检验, oldest first. */
  rounds: z.array(roundView),
  anomalies: z.array(anomalyView),
  complaints: z.array(complaintView),
  backfills: z.array(backfillView),
  stars: z.int().nullable(),
  /** Documents that can be opened; a list of problems by its round. */
  documents: z.array(z.object({ document: documentKind, title: z.string(), round: z.int().nullable() })),
  outcome: outcome.nullable(),
  /** 用电申请书 as signed, oldest first. */
  forms: z.array(z.object({ signedAt: instant, digest: z.string() })),
})

/** In the order of what carries the case on. */
export const applicantAction = z.enum([
  'requestInspection',
  'supplement',
  'replacePaper',
  'appoint',
  'urge',
  'confirmTime',
  'rate',
  'complain',
  'requestCopy',
  'correct',
  'withdraw',
])
export type ApplicantAction = z.infer<typeof applicantAction>

export const caseView = caseCommon.extend({
  manager: z.object({ name: z.string(), phone: z.string() }).nullable(),
  /** The applicant's own name and masked number, as on the form. */
  applicant: z.object({ name: z.string(), number: z.string() }),
  /** Whom the account manager calls, and where to: the person's own words, to be put right by them. */
  contact: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
  byAgent: z.boolean(),
  signature: pictureId.nullable(),
  /** What the applicant may do now. */
  actions: z.array(applicantAction),
})
export type CaseView = z.infer<typeof caseView>

/** In the order of what carries the case on. */
export const staffAction = z.enum([
  'accept',
  'visit',
  'reply',
  'review',
  'inspect',
  'energize',
  'answerComplaint',
  'confirmTime',
  'collect',
  'replacePaper',
  'requestInspection',
  'askReview',
  'scheduleOutage',
  'giveNewDay',
  'contact',
  'appoint',
  'recordAnomaly',
  'resolveAnomaly',
  'reassign',
])
export type StaffAction = z.infer<typeof staffAction>

export const staffCaseView = caseCommon.extend({
  applicant: z.object({ name: z.string(), number: z.string(), phone: z.string(), contact: z.string() }),
  byAgent: z.boolean(),
  /** Not online: nobody's phone owns the case, so nothing reaches its applicant but a call. */
  channel,
  /** The identity number fails its check, and whoever applied said that the paper has it so: to be compared with the paper. */
  numberAsPrinted: z.boolean(),
  district: z.string(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  manager: z.object({ id: z.string(), name: z.string() }).nullable(),
  pictures: z.array(z.object({ picture: pictureId, purpose: z.string(), title: z.string() })),
  /** 转来的: what former account managers had not sent, oldest first; for whoever may decide on it. */
  proposals: z.array(proposalView),
  /** Other cases at the same address, within this person's reach. */
  sameAddress: z.array(caseId),
  reviews: z.array(reviewView),
  urgedAt: instant.nullable(),
  /** 标准化供电方案 that can serve this case; none at low voltage. */
  templates: z.array(templateView),
  /** What this person may do to this case now; the first is the one next action. */
  actions: z.array(staffAction),
})
export type StaffCaseView = z.infer<typeof staffCaseView>

/** What is promised for which day: '通电', '答复供电方案'. */
export const promisedDay = z.object({ what: z.string(), day, provisional: z.boolean() })
export type PromisedDay = z.infer<typeof promisedDay>

export const taskRow = z.object({
  id: z.string(),
  caseId,
  kind: taskKind,
  /** '核对身份并受理', '上门勘察并取资料' … */
  title: z.string(),
  caseTitle: z.string(),
  district: z.string(),
  address: z.string(),
  /** The day of this step of the work; a notice that is not out may still move it. */
  dueDay: day,
  dueAt: instant,
  provisional: z.boolean(),
  /** What the case is held to, as its page shows it; null where no promise runs. */
  promised: promisedDay.nullable(),
  /** Working days left until the due day ÷ steps of work left; below 0 is overdue. */
  slack: z.number(),
  workingDaysLeft: z.int(),
  standing,
  /** Whoever waits has complained of it or urged it, and it is not done. */
  pressing: z.enum(['complained', 'urged']).nullable(),
})
export type TaskRow = z.infer<typeof taskRow>

/** 待办 in numbers: everything that is owed, not the rows of one page. */
export const taskTotals = z.object({ all: z.int(), overdue: z.int(), dueSoon: z.int() })
export type TaskTotals = z.infer<typeof taskTotals>
