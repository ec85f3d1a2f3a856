import type { LimitRow } from '../limit'
import { liuzhouPlan } from '../sources'

const plan = {
  authority: 'guangxi',
  city: 'liuzhou',
  measure: 'max',
  scope: 'stage',
  validFrom: liuzhouPlan.validFrom,
  validTo: null,
  status: 'inForce',
  source: { document: liuzhouPlan.title, section: '附件3“自治区办理时限”', confidence: 'text' },
} as const
const days = (value: number) => ({ value, unit: 'workingDay' }) as const

const connection = { ...plan, stage: 'connection', clockStarts: 'acceptance', clockStops: 'energized' } as const
const scheme = { ...plan, stage: 'scheme', clockStarts: 'acceptance', clockStops: 'schemeReplied' } as const
const energization = {
  ...plan,
  stage: 'energization',
  clockStarts: 'inspectionRequest',
  clockStops: 'energized',
  excludes: ['inspectionFailed'],
} satisfies Partial<LimitRow>

const applications: LimitRow[] = (['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const).map((customerClass) => ({
  ...plan,
  id: `guangxi.application.${customerClass}`,
  customerClass,
  stage: 'application',
  amount: { value: 0, unit: 'sameDay' },
  clockStarts: 'submission',
  clockStops: 'accepted',
  examples: [
    { start: '2022-04-01', knownOn: '2022-12-31', due: '2022-04-01' },
    { start: '2022-04-02', knownOn: '2022-12-31', due: '2022-04-07' },
  ],
}))

/** The region's limits, as the city's plan reports them beside its own. */
export const guangxiLimits: LimitRow[] = [
  ...applications,
  {
    ...connection,
    id: 'guangxi.connection.resident.noLine',
    customerClass: 'resident',
    externalLine: false,
    amount: days(1),
    examples: [{ start: '2022-04-01', knownOn: '2022-12-31', due: '2022-04-07' }],
  },
  {
    ...connection,
    id: 'guangxi.connection.resident.line',
    customerClass: 'resident',
    externalLine: true,
    amount: days(3),
    examples: [{ start: '2022-04-01', knownOn: '2022-12-31', due: '2022-04-11' }],
  },
  {
    ...connection,
    id: 'guangxi.connection.lowVoltage.noLine',
    customerClass: 'lowVoltage',
    externalLine: false,
    amount: days(2),
    examples: [{ start: '2023-04-20', knownOn: '2023-12-31', due: '2023-04-25' }],
  },
  {
    ...connection,
    id: 'guangxi.connection.lowVoltage.line',
    customerClass: 'lowVoltage',
    externalLine: true,
    amount: days(7),
    examples: [{ start: '2021-04-13', knownOn: '2021-12-31', due: '2021-04-25' }],
  },
  {
    ...scheme,
    id: 'guangxi.scheme.hvSingle',
    customerClass: 'hvSingle',
    amount: days(12),
    examples: [{ start: '2024-04-10', knownOn: '2024-12-31', due: '2024-04-29' }],
  },
  {
    ...energization,
    id: 'guangxi.energization.hvSingle',
    customerClass: 'hvSingle',
    amount: days(8),
    examples: [{ start: '2025-03-28', knownOn: '2025-12-31', due: '2025-04-14' }],
  },
  {
    ...scheme,
    id: 'guangxi.scheme.hvDual',
    customerClass: 'hvDual',
    amount: days(19),
    examples: [{ start: '2026-04-16', knownOn: '2026-11-23', due: '2026-05-19' }],
  },
  {
    ...energization,
    id: 'guangxi.energization.hvDual',
    customerClass: 'hvDual',
    amount: days(10),
    note: '此栏只写“高压双电源用户”,35kV及以上参照适用',
    examples: [{ start: '2026-09-17', knownOn: '2026-11-23', due: '2026-10-08' }],
  },
]
