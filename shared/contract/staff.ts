import * as z from 'zod'
import { day, staffRole } from './vocabulary'

/** Whose work somebody does, or who does theirs, until the end of a day (假期代班). */
const cover = z.object({ staffId: z.string(), name: z.string(), until: day })
/** The asker, as staff. */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  role: staffRole,
  districts: z.array(z.string()),
  /** Who does this person's work now; null while they do it themselves. */
  coveredBy: cover.nullable(),
  covers: z.array(cover),
})
export const colleague = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  away: z.boolean(),
  open: z.int(),
})
