import * as z from 'zod'
import { anomalyCauses } from '../rules/anomalies'
import { complaintTopics } from '../rules/complaints'
import { contactObstacles } from '../rules/contacts'
import { inspectionItems } from '../rules/inspection'
import { schemeTemplates } from '../rules/schemes'
import { MAX_PICTURES_OF_PAPER } from './constants'
import {
  appointmentFor,
  day,
  dayPart,
  documentKind,
  instant,
  materialGroup,
  meterNumber,
  pictureId,
  taskKind,
  text,
} from './vocabulary'

/**
 * What each action on a case says, apart from which case and under which command id. The schema is the action's one
 * definition: the wire, the command that is decided and the form of it a page fills in are all read off it.
 */
const paper = z.object({
  group: materialGroup,
  kind: text(2, 40),
  pictures: z.array(pictureId).min(1).max(MAX_PICTURES_OF_PAPER),
})
const evidence = z.array(pictureId).max(MAX_PICTURES_OF_PAPER)
const codes = <const Row extends { code: string }>(rows: readonly Row[]) =>
  z.enum(rows.map(({ code }) => code as Row['code']))

/** When the device says a physical act was handed in, by its own clock; null where it was sent at once. */
const saidAt = instant.nullable().default(null)

/** 约定上门或装表的时间. */
const appoint = z.object({ task: appointmentFor, day, part: dayPart })

/** 竣工报验: the first with the report, every later one with what was put right, an entry a problem. */
const requestInspection = z.object({
  report: paper.nullable(),
  remedies: z.array(z.object({ pictures: evidence })).max(40),
})

/** 确认补传时间: whether a physical act was done when the device says. */
const confirmTime = z.object({ number: z.int().positive(), right: z.boolean() })

export const applicantInputs = {
  confirmTime,
  /** 补交: a paper still wanted. */
  supplement: z.object({ paper }),
  /** 换材料: a wrong paper gives way to the right one, until there is power. */
  replacePaper: z.object({ paper }),
  appoint,
  requestInspection,
  /** 催办. */
  urge: z.object({}),
  /** 评价, once there is power. */
  rate: z.object({ stars: z.int().min(1).max(5) }),
  /** 投诉. */
  complain: z.object({ topic: codes(complaintTopics), words: text(0, 500) }),
  /** A stamped copy of a document (政府平台公司 need one to draw funds): a document, never a stage. */
  requestCopy: z.object({ document: documentKind.exclude(['problems']) }),
  /** 撤回申请: ends a case before there is power and erases its personal data; the ledger stands. */
  withdraw: z.object({}),
} as const

/** 接入点: one the list knows, or a new one by its names of today. */
export const pointInput = z.union([
  z.object({ id: z.string().regex(/^[0-9a-z-]{1,40}$/) }),
  z.object({ line: text(2, 40), pole: text(1, 40) }),
])

/** Where a scheme connects; `standby`: where the second source does. */
const points = { point: pointInput, standby: pointInput.nullable().default(null) }

export const staffInputs = {
  confirmTime,
  /** 受理. */
  accept: z.object({}),
  appoint,
  /** 上门: survey and papers in one trip. */
  visit: z.object({
    externalLine: z.boolean(),
    meterPosition: text(2, 100),
    papers: z.array(paper).max(6),
    note: text(0, 300).default(''),
    /** The place, and where the meter will be; with an external line, where it must go. */
    site: evidence.default([]),
    /** The customer's, under where line and meter will be. */
    signature: pictureId.nullable().default(null),
    saidAt,
  }),
  /** A paper collected outside the visit. */
  collect: z.object({ paper, saidAt }),
  replacePaper: z.object({ paper, saidAt }),
  /** 会签 of a scheme that is not a standard one: everybody at once, about what is to be replied. */
  askReview: z.object({
    template: codes(schemeTemplates),
    ...points,
    outage: z.boolean(),
    /** 接线图 or 线路走向图, where there is one. */
    drawing: evidence.default([]),
    reviewers: z.array(text(1, 40)).min(1).max(20),
  }),
  review: z.object({ opinion: z.enum(['agree', 'object']), note: text(0, 300).default('') }),
  /** 答复供电方案. */
  reply: z.object({
    template: codes(schemeTemplates),
    ...points,
    note: text(0, 300).default(''),
    outage: z.boolean(),
    answerToObjections: text(0, 300).default(''),
  }),
  /** For a customer who has no phone. */
  requestInspection,
  /** 停电计划 as dispatch has granted it. */
  scheduleOutage: z.object({ day }),
  /** The new day for a promise that was missed, and what held it up. */
  giveNewDay: z.object({ day, cause: codes(anomalyCauses) }),
  /** 竣工检验: no problem is a pass; problems are the one written list. */
  inspect: z.object({
    problems: z
      .array(
        z.object({
          item: codes(inspectionItems),
          what: text(2, 200),
          clause: text(2, 100),
          pictures: evidence,
        }),
      )
      .max(40),
    saidAt,
  }),
  /** 接火送电. */
  energize: z.object({
    meterNumber,
    saidAt,
  }),
  /** 联系用户: how the customer's own works go, by when they expect to be done, and what was advised. */
  contact: z.object({ obstacle: codes(contactObstacles), expected: day.nullable(), advice: text(2, 200) }),
  /** 用时异常. */
  recordAnomaly: z.object({ cause: codes(anomalyCauses), note: text(0, 300).default(''), pictures: evidence }),
  resolveAnomaly: z.object({ number: z.int().positive() }),
  /** 转办 to a colleague, or 改派 by a supervisor. */
  reassign: z.object({ managerId: text(1, 40), reason: text(2, 100) }),
  answerComplaint: z.object({ number: z.int().positive(), words: text(2, 500) }),
  /** The task has been looked at: it no longer escalates for being unread. */
  markRead: z.object({ task: taskKind, of: z.string().max(40).default('') }),
} as const

export type ApplicantInput<A extends keyof typeof applicantInputs> = z.output<(typeof applicantInputs)[A]>
export type StaffInput<A extends keyof typeof staffInputs> = z.output<(typeof staffInputs)[A]>
