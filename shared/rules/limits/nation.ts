import type { LimitRow } from '../limits'

export const nationLimits: LimitRow[] = []
