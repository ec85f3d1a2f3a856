import * as z from 'zod'
import { isLocalDate } from './localDate'

/** As `localDate`, for data. Apart from it, so that pages can use days without zod. */
export const localDateSchema = z.string().refine(isLocalDate, '不是有效的日期(应为 YYYY-MM-DD)')
