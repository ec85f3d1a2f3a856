import * as z from 'zod'

/** 办事指南: one line of a section, with where it stands. */
const guideRow = z.object({ title: z.string(), details: z.array(z.string()), source: z.string() })
/** `law`: what the rows rest on, folded away until somebody asks. */
export const guideSection = z.object({ title: z.string(), rows: z.array(guideRow), law: z.array(guideRow) })
