import type { InspectionCode } from '@shared/rules/inspection'

/** What inspectors usually write about an item: a tap puts it down, the rest is typed. */
export const USUAL_PROBLEMS: Record<InspectionCode, readonly string[]> = {
  asReplied: ['与答复的方案不符', '竣工图与现场不一致'],
  transformer: ['缺交接试验报告', '变压器渗油', '呼吸器未装好'],
  switchgear: ['二次接线松动', '柜内有杂物', '防误闭锁不可靠'],
  line: ['电缆未封堵', '电缆头制作不合格', '标识牌缺失'],
  grounding: ['接地电阻超标', '接地线未焊牢', '接地标识缺失'],
  protection: ['定值与整定单不符', '传动试验未做'],
  metering: ['计量柜封不上', '互感器变比不符'],
  safety: ['缺绝缘垫', '灭火器过期', '警示牌缺失'],
}
