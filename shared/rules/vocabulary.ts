import * as z from 'zod'

/** 用户类别. `hvDual` also stands for 35kV and above. */
export const customerClassSchema = z.enum(['resident', 'lowVoltage', 'hvSingle', 'hvDual'])
export type CustomerClass = z.infer<typeof customerClassSchema>

/** 办理环节. */
export const stageSchema = z.enum(['application', 'connection', 'scheme', 'energization'])
export type Stage = z.infer<typeof stageSchema>

export const authoritySchema = z.enum(['liuzhou', 'guangxi', 'nation'])
export type Authority = z.infer<typeof authoritySchema>

/** 停钟事由: the closed list is `stopReasons`. */
export const stopCodeSchema = z.enum(['inspectionFailed', 'customerWorks', 'supportingWorks'])
export type StopCode = z.infer<typeof stopCodeSchema>

/** The event a limit counts from; the day it happens on is not counted. */
export const clockStartSchema = z.enum(['submission', 'acceptance', 'inspectionRequest', 'inspectionPassed'])
export type ClockStart = z.infer<typeof clockStartSchema>
/** The event that ends it. */
export const clockEndSchema = z.enum(['accepted', 'schemeReplied', 'inspected', 'energized', 'approved'])
export type ClockEnd = z.infer<typeof clockEndSchema>

/** Where a rule is written. */
export const sourceSchema = z.object({
  document: z.string(),
  /** 章节, 附件, 条款; empty where only the document is known. */
  section: z.string(),
  /** How the figure came here: the text itself, somebody's copy of it, or a draft of it. */
  confidence: z.enum(['text', 'secondary', 'draft']),
})
export type Source = z.infer<typeof sourceSchema>

export const customerClassTitles: Record<CustomerClass, string> = {
  resident: '居民',
  lowVoltage: '一般低压',
  hvSingle: '10kV高压单电源',
  hvDual: '10kV高压双电源和35kV及以上',
}

export const stageTitles: Record<Stage, string> = {
  application: '用电报装',
  connection: '装表接电',
  scheme: '现场勘查及供电方案答复',
  energization: '竣工检验和装表接电',
}

export const authorityTitles: Record<Authority, string> = {
  liuzhou: '柳州市',
  guangxi: '广西壮族自治区',
  nation: '国家',
}

export const clockStartTitles: Record<ClockStart, string> = {
  submission: '提交用电申请',
  acceptance: '业务受理',
  inspectionRequest: '受理竣工检验申请',
  inspectionPassed: '检验合格并办结手续',
}

export const clockEndTitles: Record<ClockEnd, string> = {
  accepted: '受理',
  schemeReplied: '答复供电方案',
  inspected: '完成检验',
  energized: '接火送电',
  approved: '作出许可',
}
