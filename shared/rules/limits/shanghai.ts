import type { LimitRow } from '../limits'

export const shanghaiLimits: LimitRow[] = []
