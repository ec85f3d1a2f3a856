import type { SupplySource } from '../contract/vocabulary'
import { liuzhouPlan } from './sources'
import type { CustomerClass, Source } from './vocabulary'

/** 标准化供电方案: a way of supplying that is written down once and needs nobody's approval (三(一)2, 三免). */
export interface SchemeTemplate {
  code: SchemeCode
  title: string
  customerClass: CustomerClass
  /** kVA up to which it serves; null without end. */
  upToKva: number | null
  /** 计量方式. */
  metering: string
  /** How many 接入点 it has: 一主一备 has one for each source. */
  points: 1 | 2
  /** False: always individually designed, so it may be put before reviewers. */
  standard: boolean
}

export type SchemeCode = 'teeLowMetering' | 'teeHighMetering' | 'dedicatedLine' | 'dualSource' | 'over35kV'

/** The plan asks for standard schemes and leaves them to the utility: these, and where metering goes high, are decided here. */
export const schemeTemplates: readonly SchemeTemplate[] = [
  {
    code: 'teeLowMetering',
    title: '10千伏公用线路T接，专用变压器，高供低计',
    customerClass: 'hvSingle',
    upToKva: 500,
    metering: '高供低计',
    points: 1,
    standard: true,
  },
  {
    code: 'teeHighMetering',
    title: '10千伏公用线路T接，专用变压器，高供高计',
    customerClass: 'hvSingle',
    upToKva: 8000,
    metering: '高供高计',
    points: 1,
    standard: true,
  },
  {
    code: 'dedicatedLine',
    title: '10千伏专用线路，高供高计',
    customerClass: 'hvSingle',
    upToKva: null,
    metering: '高供高计',
    points: 1,
    standard: false,
  },
  {
    code: 'dualSource',
    title: '10千伏双电源，一主一备，高供高计',
    customerClass: 'hvDual',
    upToKva: null,
    metering: '高供高计',
    points: 2,
    standard: false,
  },
  {
    code: 'over35kV',
    title: '35千伏及以上专用线路，高供高计',
    customerClass: 'hvDual',
    upToKva: null,
    metering: '高供高计',
    points: 1,
    standard: false,
  },
]

/** The largest circle that ever signed a scheme, and the cases it signed: no more of either may come back. */
export const reviewRules = {
  departments: 5,
  reviewers: 8,
  /** kVA above which a scheme was put before them. */
  overKva: 8000,
  source: { document: liuzhouPlan.title, section: '一2(1)', confidence: 'text' } satisfies Source,
} as const

export interface SchemeQuestion {
  customerClass: CustomerClass
  capacityKva: number | null
  /** 新建线路. */
  externalLine: boolean | null
}

/** The templates that can serve, the plainest first. */
export const templatesFor = ({ customerClass, capacityKva }: SchemeQuestion): SchemeTemplate[] =>
  schemeTemplates.filter(
    (each) => each.customerClass === customerClass && (each.upToKva === null || (capacityKva ?? 0) <= each.upToKva),
  )

/** How many 接入点 a scheme names: whoever applied for two sources has two, whatever the voltage. */
export const pointsOf = ({ points }: SchemeTemplate, { sources }: { sources: SupplySource }): 1 | 2 =>
  sources === 'dual' ? 2 : points

/** Why a scheme may be put before reviewers (新建线路, 双电源, 8000kVA以上); none: 免审批, and nobody may ask for a review. */
export function reviewReasons(template: SchemeTemplate, { capacityKva, externalLine }: SchemeQuestion): string[] {
  return [
    template.standard ? null : template.title,
    externalLine ? '新建10千伏线路' : null,
    (capacityKva ?? 0) > reviewRules.overKva ? `接入容量超过${reviewRules.overKva}千伏安` : null,
  ].filter((reason) => reason !== null)
}
