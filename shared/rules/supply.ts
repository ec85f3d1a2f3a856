import { liuzhouPlan } from './sources'
import type { CustomerClass, Source } from './vocabulary'

/** Where the power is wanted: 城市区域, 县级以上工业园区, 县人民政府所在城镇区, 其他区域. */
export type AreaKind = 'urban' | 'industrialPark' | 'countySeat' | 'other'

export interface SupplyQuestion {
  applicantKind: 'household' | 'business'
  /** kVA; null for a household, whose class does not depend on it. */
  capacityKva: number | null
  areaKind: AreaKind
  dualSource?: boolean
  voltage35kV?: boolean
}

export interface SupplyAnswer {
  customerClass: CustomerClass
  /** 免费装表到户: nothing to pay for the way to the meter. */
  freeToMeter: boolean
  /** Why, in plain words. */
  because: string
  source: Source
}

const plan = (section: string): Source => ({ document: liuzhouPlan.title, section, confidence: 'text' })

/** 160kVA及以下小微企业低压供电. The plan names three kinds of area and leaves the rest to the time being right. */
export const lowVoltageUpTo = {
  kva: 160,
  namedAreas: plan('三(三)3、附件4第6项'),
  elsewhere: { document: '发改能源规〔2020〕1479号', section: '', confidence: 'draft' } satisfies Source,
} as const

/** 电源数和电压 only a large business chooses between; kVA above which 35 kV is worth a question (the field's own figure). */
const over35kVAbove = 8000

/** Which sources are worth asking about: homes and small shops have one, and nobody troubles them with it. */
export function sourcesWorthAsking({
  applicantKind,
  capacityKva,
}: Pick<SupplyQuestion, 'applicantKind' | 'capacityKva'>) {
  const kva = applicantKind === 'business' ? (capacityKva ?? 0) : 0
  return {
    dual: kva > lowVoltageUpTo.kva,
    over35kV: kva > over35kVAbove,
  }
}

/**
 * 供电方式: which class of customer a wish for power is. All low voltage is connected free of charge to the meter.
 * `lowVoltageElsewhere` is a deployment's choice for 其他区域 (适时推广); national rules have asked for it since the end of 2022.
 * Throws RangeError for a business without a capacity.
 */
export function supplyClass(question: SupplyQuestion, { lowVoltageElsewhere = true } = {}): SupplyAnswer {
  const { applicantKind, capacityKva, areaKind } = question
  const highVoltage = (customerClass: 'hvSingle' | 'hvDual', because: string) =>
    ({ customerClass, freeToMeter: false, because, source: plan('三(三)2') }) as const
  if (question.voltage35kV) return highVoltage('hvDual', '35千伏及以上供电，按高压双电源的时限办理')
  if (question.dualSource) return highVoltage('hvDual', '要两路电源，按10千伏双电源办理')
  if (applicantKind === 'household') {
    return {
      customerClass: 'resident',
      freeToMeter: true,
      because: '家里用电，按居民办理',
      source: plan('三(一)1、三(三)3'),
    }
  }
  if (!capacityKva || capacityKva < 0) throw new RangeError('a business needs a capacity in kVA')
  const named = areaKind !== 'other'
  const { kva } = lowVoltageUpTo
  if (capacityKva > kva) return highVoltage('hvSingle', `${capacityKva}千伏安，超过${kva}千伏安，按10千伏高压办理`)
  if (!(named || lowVoltageElsewhere)) return highVoltage('hvSingle', '这个地方还没有推行低压接入，按10千伏高压办理')
  const source = named ? lowVoltageUpTo.namedAreas : lowVoltageUpTo.elsewhere
  const because = `${capacityKva}千伏安，不超过${kva}千伏安，按低压办理，免费装表到户`
  return { customerClass: 'lowVoltage', freeToMeter: true, because, source }
}
