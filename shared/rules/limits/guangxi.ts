import type { LimitRow } from '../limits'

export const guangxiLimits: LimitRow[] = []
