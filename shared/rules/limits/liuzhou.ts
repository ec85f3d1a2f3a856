import type { LimitRow } from '../limits'

export const liuzhouLimits: LimitRow[] = []
