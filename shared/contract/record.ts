import * as z from 'zod'
import { day } from './vocabulary'

/** 查验码: case, number of the event in it, and the first 16 hexadecimal digits of the event's hash. */
const receiptNumber = z.string().regex(/^[0-9A-Z]{14}-[1-9]\d{0,3}-[0-9a-f]{16}$/)

/** 查验: whether what a receipt names is in the record, with the proof; says nothing of the case. */
export const checkReceipt = {
  request: z.object({ receipt: receiptNumber }),
  response: z.object({
    recorded: z.boolean(),
    /** Null until the day it was recorded on is closed. */
    anchored: z
      .object({
        /** SHA-256 of the event, in hex; the leaf's data. */
        event: z.string(),
        /** Of the newest checkpoint, which the proof leads to. */
        day,
        index: z.int(),
        note: z.string(),
        /** RFC 6962's audit path, from the leaf up; base64. */
        proof: z.array(z.string()),
      })
      .nullable(),
  }),
}
