import type { ParsedRequestOf, ResponseOf } from '@shared/contract'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { Instant } from '@shared/time/localDate'
import { app, db } from '../cloud'
import type { PictureDocument } from '../store/documents'
import { randomId } from './pictures'

/** Pictures no case took over are removed after this long: raw papers of abandoned drafts go within days. */
const ABANDONED_AFTER_MS = 3 * 24 * 3_600_000

const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const

/** Reserves a place under a random path and says where to put the bytes. The names of all that can come of it are fixed now. */
export async function startUpload(
  { purpose, contentType }: ParsedRequestOf<'applicant', 'startUpload'>,
  owner: string,
  now: Instant,
): Promise<ResponseOf<'applicant', 'startUpload'>> {
  const picture = randomId()
  const isPdf = contentType === 'application/pdf'
  const cloudPath = `incoming/${randomId()}.${EXTENSIONS[contentType]}`
  const copyName = () => `${randomId()}.${isPdf ? 'jpg' : EXTENSIONS[contentType]}`
  const { data } = await app.getUploadMetadata({ cloudPath })
  const document: Omit<PictureDocument, '_id'> = {
    owner,
    purpose,
    fileId: data.fileId,
    copyName: copyName(),
    confirmed: false,
    sha256: '',
    width: 0,
    height: 0,
    expiresAt: now + ABANDONED_AFTER_MS,
  }
  if (isPdf)
    document.furtherPages = Array.from({ length: MAX_PICTURES_OF_PAPER - 1 }, () => ({
      picture: randomId(),
      copyName: copyName(),
    }))
  await db.collection('pictures').add({ _id: picture, ...document })
  // The headers the platform's own upload sends; the address accepts no other file.
  const headers = {
    Signature: data.authorization,
    authorization: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
    key: encodeURIComponent(cloudPath),
  }
  return { picture, url: data.url, headers }
}
