import type { RequestOf, ResponseOf } from '@shared/contract'
import { type Picture, platform } from '@/platform'
import { once, withRetry } from './request'

type Purpose = RequestOf<'applicant', 'startUpload'>['purpose']

/**
 * Sends one picture and returns its id once the server has found it sound. Each retry goes on where the last one broke off: bytes that
 * arrived are not sent again over a bad network. Bytes that did not arrive get a fresh ticket, for a ticket is short-lived and an
 * unfinished upload is nobody's. Throws Failure.
 */
export function upload(fn: 'applicant' | 'staff', purpose: Purpose, picture: Picture): Promise<string> {
  let arrived: ResponseOf<'applicant', 'startUpload'> | null = null
  return withRetry(async () => {
    if (!arrived) {
      const ticket = await once(fn, 'startUpload', { purpose, contentType: picture.type, bytes: picture.bytes })
      await platform.put(ticket, picture)
      arrived = ticket
    }
    await once(fn, 'confirmUpload', { picture: arrived.picture })
    return arrived.picture
  })
}
