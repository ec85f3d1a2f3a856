import type { LimitRow } from '../limit'
import { nationEarlierLimits } from './nationEarlier'
import { nationLaterLimits } from './nationLater'

/** National limits in force at some time since the city's plan. */
export const nationLimits: LimitRow[] = [...nationEarlierLimits, ...nationLaterLimits]
