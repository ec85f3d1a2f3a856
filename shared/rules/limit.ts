import * as z from 'zod'
import { localDateSchema } from '../time/localDateSchema'
import {
  authoritySchema,
  clockEndSchema,
  clockStartSchema,
  customerClassSchema,
  sourceSchema,
  stageSchema,
  stopCodeSchema,
} from './vocabulary'

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
  authority: authoritySchema,
  /** Where it applies; null for the whole country. */
  city: z.literal('liuzhou').nullable(),
  customerClass: customerClassSchema,
  /** `inspection` (竣工检验 alone) is a step older national rules time by itself; null: the limit spans stages. */
  stage: z.enum([...stageSchema.options, 'inspection']).nullable(),
  /** Whether a line has to be built (外线工程); absent where the rule makes no difference. */
  externalLine: z.boolean().optional(),
  /** Whether it is for 三零 service (low voltage connected free of charge to the meter); absent where it is for both. */
  threeZeros: z.boolean().optional(),
  amount: z.object({ value: z.int().nonnegative(), unit: z.enum(['workingDay', 'calendarDay', 'month', 'sameDay']) }),
  /** A `mean` binds the average over cases and gives no single case a due day. */
  measure: z.enum(['max', 'mean']),
  /** One stage; all the utility's time in a case; the whole process with others' time; the government's approvals. */
  scope: z.enum(['stage', 'utility', 'whole', 'approvals']),
  clockStarts: clockStartSchema,
  clockStops: clockEndSchema,
  /** Codes of the closed list `stopReasons` whose time this limit leaves out; each names its party. */
  excludes: z.array(stopCodeSchema).default([]),
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
