import type { Party } from '../time/stopwatch'
import { liuzhouPlan } from './sources'
import type { Source } from './vocabulary'

/** 用时异常原因: the closed list a case's anomaly is recorded under. None of them stops a clock (附件1 names no stop). */
export interface AnomalyCause {
  code: AnomalyCode
  title: string
  /** Whose it is. */
  party: Party
  /** Where the plan itself complains of it; what it does not name is the field's own. */
  source: Source | null
}

export type AnomalyCode =
  | 'roadPermit'
  | 'landUse'
  | 'weather'
  | 'customerAbsent'
  | 'customerFunds'
  | 'customerTender'
  | 'supportingWorks'
  | 'outagePlan'
  | 'gridChange'
  | 'crewShortage'
  | 'internalSignOff'

const plan = (section: string): Source => ({ document: liuzhouPlan.title, section, confidence: 'text' })

export const anomalyCauses: readonly AnomalyCause[] = [
  { code: 'roadPermit', title: '等道路开挖或规划许可', party: 'thirdParty', source: plan('一2(4)、附件4第4项') },
  { code: 'landUse', title: '征地或占地协调', party: 'thirdParty', source: plan('一2(2)') },
  { code: 'weather', title: '恶劣天气不能施工', party: 'thirdParty', source: null },
  { code: 'customerAbsent', title: '用户改期或联系不上', party: 'customer', source: null },
  { code: 'customerFunds', title: '用户资金没有到位', party: 'customer', source: plan('一2(2)') },
  { code: 'customerTender', title: '用户设计、施工招标', party: 'customer', source: plan('一2(2)') },
  { code: 'supportingWorks', title: '业扩配套工程没有完工', party: 'utility', source: plan('一2(4)') },
  { code: 'outagePlan', title: '停电计划没有排上', party: 'utility', source: plan('一2(1)') },
  { code: 'gridChange', title: '线路改造、接电点变化', party: 'utility', source: plan('一2(2)') },
  { code: 'crewShortage', title: '施工力量不足', party: 'utility', source: plan('一2(3)') },
  { code: 'internalSignOff', title: '内部流转超时', party: 'utility', source: plan('一2(1)') },
]

export const anomalyCauseOf = (code: AnomalyCode): AnomalyCause => anomalyCauses.find((cause) => cause.code === code)!
