/** 竣工检验: what is looked at, and the standard each item is held to. The plan names no items; these are the field's own. */
export interface InspectionItem {
  code: InspectionCode
  title: string
  /** 条款依据, which a problem on the written list cites unless the inspector names another. */
  clause: string
}

export type InspectionCode =
  | 'asReplied'
  | 'transformer'
  | 'switchgear'
  | 'line'
  | 'grounding'
  | 'protection'
  | 'metering'
  | 'safety'

export const inspectionItems: readonly InspectionItem[] = [
  { code: 'asReplied', title: '与答复的供电方案、竣工图相符', clause: '供电方案答复单' },
  { code: 'transformer', title: '变压器安装和交接试验', clause: 'GB 50148-2010、GB 50150-2016' },
  { code: 'switchgear', title: '开关柜、盘柜和二次接线', clause: 'GB 50171-2012' },
  { code: 'line', title: '电缆、架空线路', clause: 'GB 50168-2018、GB 50173-2014' },
  { code: 'grounding', title: '接地装置', clause: 'GB 50169-2016' },
  { code: 'protection', title: '继电保护定值和传动', clause: 'GB/T 14285-2006' },
  { code: 'metering', title: '计量装置安装位置和封印条件', clause: 'DL/T 448-2016' },
  { code: 'safety', title: '安全工器具、标识和消防', clause: 'GB 26860-2011' },
]

export const inspectionItemOf = (code: InspectionCode): InspectionItem =>
  inspectionItems.find((item) => item.code === code)!
