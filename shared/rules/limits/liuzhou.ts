import type { LimitRow } from '../limit'
import { liuzhouPlan } from '../sources'

const base = { authority: 'liuzhou', city: 'liuzhou', validTo: null, status: 'inForce' } as const
const plan = { ...base, validFrom: liuzhouPlan.validFrom, measure: 'max', scope: 'stage' } as const
const source = (section: string) => ({ document: liuzhouPlan.title, section, confidence: 'text' }) as const
const days = (value: number) => ({ value, unit: 'workingDay' }) as const

const application = {
  ...plan,
  stage: 'application',
  amount: { value: 0, unit: 'sameDay' },
  clockStarts: 'submission',
  clockStops: 'accepted',
} as const
const connection = { ...plan, stage: 'connection', clockStarts: 'acceptance', clockStops: 'energized' } as const
const scheme = { ...plan, stage: 'scheme', clockStarts: 'acceptance', clockStops: 'schemeReplied' } as const
const energization = {
  ...plan,
  stage: 'energization',
  clockStarts: 'inspectionRequest',
  clockStops: 'energized',
  excludes: ['inspectionFailed'],
} satisfies Partial<LimitRow>

/** 附件1、附件2: “用电报装当日办结”. 三(三)1 and the goals say 1个工作日; the annexes' same day is the stricter. */
const applications: LimitRow[] = (['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const).map((customerClass) => ({
  ...application,
  id: `liuzhou.application.${customerClass}`,
  customerClass,
  source: source(customerClass.startsWith('hv') ? '附件2第三部分、附件3' : '附件1第三部分、附件3'),
  examples: [
    { start: '2019-04-03', knownOn: '2019-12-31', due: '2019-04-03' },
    { start: '2019-04-04', knownOn: '2019-12-31', due: '2019-04-09' },
  ],
}))

const lowVoltage: LimitRow[] = [
  {
    ...connection,
    id: 'liuzhou.connection.resident.noLine',
    customerClass: 'resident',
    externalLine: false,
    amount: days(1),
    source: source('附件1第三部分、三(三)1、附件3'),
    examples: [{ start: '2019-04-03', knownOn: '2019-12-31', due: '2019-04-09' }],
  },
  {
    ...connection,
    id: 'liuzhou.connection.resident.line',
    customerClass: 'resident',
    externalLine: true,
    amount: days(2),
    source: source('附件1第三部分、三(三)1、附件3'),
    examples: [{ start: '2019-04-03', knownOn: '2019-12-31', due: '2019-04-10' }],
  },
  {
    ...connection,
    id: 'liuzhou.connection.lowVoltage.noLine',
    customerClass: 'lowVoltage',
    externalLine: false,
    amount: days(2),
    source: source('附件1第三部分、三(三)1、附件3'),
    examples: [{ start: '2019-04-30', knownOn: '2019-12-31', due: '2019-05-06' }],
  },
  {
    ...connection,
    id: 'liuzhou.connection.lowVoltage.line',
    customerClass: 'lowVoltage',
    externalLine: true,
    amount: days(4),
    source: source('附件1第三部分、三(三)1、附件3'),
    note: '“二、整改目标”写5个工作日,措施和附件写4个工作日,取4',
    examples: [
      { start: '2019-09-27', knownOn: '2019-12-31', due: '2019-10-09' },
      { start: '2019-04-26', knownOn: '2019-03-21', due: '2019-05-03' },
      { start: '2019-04-26', knownOn: '2019-03-22', due: '2019-05-05' },
    ],
  },
]

const highVoltage: LimitRow[] = [
  {
    ...scheme,
    id: 'liuzhou.scheme.hvSingle',
    customerClass: 'hvSingle',
    amount: days(6),
    source: source('附件2第三部分、三(三)2、附件3'),
    examples: [{ start: '2019-04-26', knownOn: '2019-12-31', due: '2019-05-07' }],
  },
  {
    ...energization,
    id: 'liuzhou.energization.hvSingle',
    customerClass: 'hvSingle',
    amount: days(6),
    source: source('附件2第三部分、三(三)2、附件3'),
    examples: [
      { start: '2019-06-05', knownOn: '2019-12-31', due: '2019-06-14' },
      {
        start: '2019-06-05',
        knownOn: '2019-12-31',
        stops: [{ from: '2019-06-11', to: '2019-06-17' }],
        due: '2019-06-20',
      },
    ],
  },
  {
    ...scheme,
    id: 'liuzhou.scheme.hvDual',
    customerClass: 'hvDual',
    amount: days(16),
    source: source('附件2第三部分、三(三)2、附件3'),
    examples: [{ start: '2019-07-01', knownOn: '2019-12-31', due: '2019-07-23' }],
  },
  {
    ...energization,
    id: 'liuzhou.energization.hvDual',
    customerClass: 'hvDual',
    amount: days(8),
    source: source('附件2第三部分、三(三)2、附件3'),
    note: '附件3此栏未写35kV,按附件2适用8个工作日',
    examples: [{ start: '2019-09-11', knownOn: '2019-12-31', due: '2019-09-24' }],
  },
]

/** What the plan says of a whole case, and of the average. The customer's and the supporting works are outside it. */
const wholeCase: LimitRow[] = [
  {
    ...connection,
    id: 'liuzhou.mean.resident',
    customerClass: 'resident',
    amount: days(2),
    measure: 'mean',
    source: source('三(三)1'),
  },
  {
    ...connection,
    id: 'liuzhou.mean.lowVoltage',
    customerClass: 'lowVoltage',
    amount: days(4),
    measure: 'mean',
    source: source('三(三)1、三(四)2'),
  },
  {
    ...energization,
    id: 'liuzhou.utility.hvSingle',
    customerClass: 'hvSingle',
    stage: null,
    scope: 'utility',
    amount: days(12),
    clockStarts: 'acceptance',
    excludes: ['customerWorks', 'supportingWorks', 'inspectionFailed'],
    source: source('二、三(三)2'),
    note: '不含客户受电工程和业扩配套工程建设时间',
  },
  {
    ...energization,
    id: 'liuzhou.utility.hvDual',
    customerClass: 'hvDual',
    stage: null,
    scope: 'utility',
    amount: days(24),
    clockStarts: 'acceptance',
    excludes: ['customerWorks', 'supportingWorks', 'inspectionFailed'],
    source: source('二、三(三)2'),
    note: '不含客户受电工程和业扩配套工程建设时间',
  },
]

/** 规划许可证 and 市政(公路)开挖许可证 at the 水电气 window: the government's time. It never stops the utility's clock. */
const approvals: LimitRow[] = (['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const).map((customerClass) => ({
  ...base,
  id: `liuzhou.approvals.${customerClass}`,
  customerClass,
  stage: null,
  amount: days(7),
  measure: 'max',
  scope: 'approvals',
  clockStarts: 'submission',
  clockStops: 'approved',
  source: source('附件4第4项'),
  validFrom: '2019-04-30',
  note: '规划许可证和市政(公路)开挖许可证,“水电气”受理专窗',
  examples: [{ start: '2019-09-27', knownOn: '2019-12-31', due: '2019-10-12' }],
}))

/** 柳州市优化营商环境获得电力指标整改工作方案: the city's own limits. */
export const liuzhouLimits: LimitRow[] = [...applications, ...lowVoltage, ...highVoltage, ...wholeCase, ...approvals]
