import type { Party } from '../time/stopwatch'
import { liuzhouPlan } from './sources'
import type { CustomerClass, Source, Stage, StopCode } from './vocabulary'

const plan = (section: string): Source => ({ document: liuzhouPlan.title, section, confidence: 'text' })

/** 办理环节 of a class of customers, in order. No other stage may be added. */
export interface Process {
  customerClasses: readonly CustomerClass[]
  stages: readonly Stage[]
  source: Source
}

export const processes: readonly Process[] = [
  {
    customerClasses: ['resident', 'lowVoltage'],
    stages: ['application', 'connection'],
    source: plan('三(一)1、附件1'),
  },
  {
    customerClasses: ['hvSingle', 'hvDual'],
    stages: ['application', 'scheme', 'energization'],
    source: plan('三(一)2、附件2'),
  },
]

/** The road of one class of customers. */
export const processOf = (customerClass: CustomerClass): Process =>
  processes.find(({ customerClasses }) => customerClasses.includes(customerClass))!

/** Stages the plan abolishes: nobody may bring them back under any name. */
export const abolishedStages = {
  titles: ['方案审核', '设计审查', '中间检查'],
  source: plan('一1(1)、三(一)2'),
} as const

/** 停钟事由: the only reasons for which time may be left out of a limit. The text gives low voltage none. */
export interface StopReason {
  code: StopCode
  title: string
  party: Party
  customerClasses: readonly CustomerClass[]
  /** The stage whose promise may leave it out; the works lie before it and matter to limits across stages only. */
  stage: Stage
  source: Source
}

const works = {
  customerClasses: ['hvSingle', 'hvDual'],
  stage: 'energization',
  source: plan('二、三(三)2、附件3“柳州市办理时限”'),
} as const

export const stopReasons: readonly StopReason[] = [
  {
    code: 'inspectionFailed',
    title: '竣工检验不合格，待整改后重新报验',
    party: 'customer',
    customerClasses: ['hvSingle', 'hvDual'],
    stage: 'energization',
    // The limit counts from accepting an application for inspection; the list is given once and in writing.
    source: plan('附件3“办理要求”'),
  },
  { ...works, code: 'customerWorks', title: '客户受电工程建设', party: 'customer' },
  // The utility's own works, yet the text leaves them out as well.
  { ...works, code: 'supportingWorks', title: '业扩配套工程建设', party: 'utility' },
]

export const stopReasonsFor = (customerClass: CustomerClass, stage: Stage): StopReason[] =>
  stopReasons.filter((reason) => reason.stage === stage && reason.customerClasses.includes(customerClass))
