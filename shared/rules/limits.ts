import { z } from 'zod'
import { localDateSchema } from '../time/localDate'
import { guangxiLimits } from './limits/guangxi'
import { liuzhouLimits } from './limits/liuzhou'
import { nationLimits } from './limits/nation'
import { shanghaiLimits } from './limits/shanghai'

/** 用户类别. `hvDual` also stands for 35kV and above. */
export const customerClassSchema = z.enum(['resident', 'lowVoltage', 'hvSingle', 'hvDual'])
export type CustomerClass = z.infer<typeof customerClassSchema>

/** 办理环节 of the plan: 用电报装, 装表接电, 供电方案答复, 竣工检验和装表接电. */
export const stageSchema = z.enum(['application', 'connection', 'scheme', 'energization'])
export type Stage = z.infer<typeof stageSchema>

/** Where a rule is written. */
export const sourceSchema = z.object({
  document: z.string(),
  /** 章节, 附件, 条款. */
  section: z.string(),
  /** How the figure came here: the text itself, somebody's copy of it, or a draft of it. */
  confidence: z.enum(['text', 'secondary', 'draft']),
})
export type Source = z.infer<typeof sourceSchema>

/** A worked example of a row, by which the suite checks it: what was known when, and what follows. */
const exampleSchema = z.object({
  start: localDateSchema,
  /** The calendar as known on this day. */
  knownOn: localDateSchema,
  stops: z.array(z.object({ from: localDateSchema, to: localDateSchema })).default([]),
  due: localDateSchema,
})

/** 时限: one authority's limit for one class. */
export const limitSchema = z.object({
  id: z.string(),
  authority: z.enum(['liuzhou', 'guangxi', 'nation', 'shanghai']),
  /** Where it applies; null for the whole country. */
  city: z.enum(['liuzhou', 'shanghai']).nullable(),
  customerClass: customerClassSchema,
  /** `inspection` (竣工检验 alone) is a step older national rules time by itself; null: the limit spans stages. */
  stage: z.enum([...stageSchema.options, 'inspection']).nullable(),
  /** Whether a line has to be built (外线工程); absent where the rule makes no difference. */
  externalLine: z.boolean().optional(),
  amount: z.object({ value: z.int().nonnegative(), unit: z.enum(['workingDay', 'calendarDay', 'month', 'sameDay']) }),
  /** A `mean` binds the average over cases and gives no case a due day. */
  measure: z.enum(['max', 'mean']),
  /** One stage; all the utility's time in a case; the whole process with others' time; or the government's approvals. */
  scope: z.enum(['stage', 'utility', 'whole', 'approvals']),
  clockStarts: z.string(),
  clockStops: z.string(),
  source: sourceSchema,
  validFrom: localDateSchema,
  validTo: localDateSchema.nullable(),
  /** `target`: to be reached by a later year, binding nobody case by case yet. */
  status: z.enum(['inForce', 'target']),
  note: z.string().optional(),
  examples: z.array(exampleSchema).default([]),
})
export type Limit = z.infer<typeof limitSchema>
export type LimitRow = z.input<typeof limitSchema>

/** Every limit known to this build, of every authority and time; throws on a bad row. */
export const allLimits: readonly Limit[] = z
  .array(limitSchema)
  .parse([...liuzhouLimits, ...guangxiLimits, ...nationLimits, ...shanghaiLimits])
