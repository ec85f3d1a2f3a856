import type { ResponseOf } from '@shared/contract'
import type { Instant } from '@shared/time/localDate'
import { app, db } from '../cloud'
import { sound } from '../store/stored'
import { randomId, temporaryUrl } from './pictures'

/** How long a copy made for one look stays; its address ends sooner. */
const KEPT_MS = 3_600_000

/**
 * Stores bytes under a fresh random path for one look and answers its short-lived address. It is written down before the file is
 * there, so that wherever this stops, the file will be removed. `anyFile` is any file of ours: it tells the bucket.
 */
export async function shareCopy(
  bytes: Buffer,
  extension: 'jpg' | 'pdf',
  anyFile: string,
  now: Instant,
): Promise<ResponseOf<'documents', 'casePicture'>> {
  const cloudPath = `copies/${randomId()}.${extension}`
  const fileId = anyFile.replace(/\/(incoming|papers)\/[^/]*$/, `/${cloudPath}`)
  await db.collection('copies').add({ fileId, removeAt: now + KEPT_MS })
  await app.uploadFile({ cloudPath, fileContent: bytes })
  return temporaryUrl(fileId, now)
}

/** Removes copies past their time, at most a page a call. Returns how many. */
export async function removeCopies(now: Instant): Promise<number> {
  const { data } = await db
    .collection('copies')
    .where({ removeAt: db.command.lte(now) })
    .orderBy('removeAt', 'asc')
    .limit(50)
    .get()
  const copies = sound('copies', data)
  if (copies.length > 0) await app.deleteFile({ fileList: copies.map(({ fileId }) => fileId) })
  for (const { _id } of data as { _id: string }[]) await db.collection('copies').doc(_id).remove()
  return data.length
}
