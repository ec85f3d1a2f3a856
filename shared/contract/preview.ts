import * as z from 'zod'
import { customerClass, day, district, supplyChange, supplySource, supplyUse } from './vocabulary'

export const previewRequest = z.object({
  use: supplyUse,
  capacityKva: z.number().positive().max(100_000).nullable(),
  sources: supplySource.default('single'),
  change: supplyChange.default('new'),
  district,
  /** The certificate is photographed: accepted at once; otherwise the account manager accepts it, in the evening on the next day. */
  photographed: z.boolean().default(true),
})
/** What would be promised if the application came in now. */
export const previewResponse = z.object({
  customerClass,
  /** Why this class, in plain words. */
  because: z.string(),
  /** What is promised for the day: '通电'; at high voltage '答复供电方案' first. */
  promised: z.string(),
  /** The last day, with an external line where one may be needed. */
  dueDay: day,
  /** The day without an external line; null where that makes no difference. */
  earlierDay: day.nullable(),
  earlierProvisional: z.boolean(),
  provisional: z.boolean(),
  freeToMeter: z.boolean(),
  /** What the customer can be promised after their own works, e.g. '报验后6个工作日内检验送电'; null at low voltage. */
  afterwards: z.string().nullable(),
})
