import type { RequestOf } from '@shared/contract'
import { type Picture, platform } from '@/platform'
import { once, withRetry } from './request'

type Purpose = RequestOf<'applicant', 'startUpload'>['purpose']

/**
 * Sends one picture and returns its id once the server has found it sound. A lost attempt starts over with a fresh ticket: a ticket
 * is short-lived and an unfinished upload is nobody's. Throws Failure.
 */
export const upload = (fn: 'applicant' | 'staff', purpose: Purpose, picture: Picture): Promise<string> =>
  withRetry(async () => {
    const ticket = await once(fn, 'startUpload', { purpose, contentType: picture.type, bytes: picture.bytes })
    await platform.put(ticket, picture)
    await once(fn, 'confirmUpload', { picture: ticket.picture })
    return ticket.picture
  })
