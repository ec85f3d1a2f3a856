import * as z from 'zod'
import { type Limit, limitSchema } from './limit'
import { guangxiLimits } from './limits/guangxi'
import { liuzhouLimits } from './limits/liuzhou'
import { nationLimits } from './limits/nation'

/** Every limit known to this build, of every authority and time; throws on a bad row. */
export const allLimits: readonly Limit[] = z
  .array(limitSchema)
  .parse([...liuzhouLimits, ...guangxiLimits, ...nationLimits])
