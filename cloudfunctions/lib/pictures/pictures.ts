import { randomBytes } from 'node:crypto'
import type { ResponseOf } from '@shared/contract'
import { MAX_PICTURE_BYTES } from '@shared/contract/constants'
import type { ErrorCode } from '@shared/errors'
import type { Instant } from '@shared/time/localDate'
import { app, db, read } from '../cloud'
import { refuse } from '../refusal'
import type { PictureDocument } from '../store/documents'
import { sha256 } from '../store/ledger'
import { inspectPicture, type PictureFault } from './inspectPicture'

/** Pictures no case took over are removed after this long: raw papers of abandoned drafts go within days. */
const ABANDONED_AFTER_MS = 3 * 24 * 3_600_000
/** A command names only pictures that will not be removed while it is being recorded. */
const SAFE_FOR_MS = 3_600_000
/** The platform deletes no more files in one call. */
const FILES_PER_CALL = 50
/** How long a download address works. */
const URL_SECONDS = 300

export const randomId = () => randomBytes(16).toString('hex')

/** Reserves a place under a random path and says where to put the bytes. */
export async function startUpload(
  input: { purpose: PictureDocument['purpose']; contentType: string },
  owner: string,
  now: Instant,
): Promise<ResponseOf<'applicant', 'startUpload'>> {
  const picture = randomId()
  const extension = input.contentType === 'image/png' ? 'png' : 'jpg'
  const cloudPath = `incoming/${randomId()}.${extension}`
  const { data } = await app.getUploadMetadata({ cloudPath })
  const document: Omit<PictureDocument, '_id'> = {
    owner,
    purpose: input.purpose,
    fileId: data.fileId,
    copyName: `${randomId()}.${extension}`,
    confirmed: false,
    sha256: '',
    width: 0,
    height: 0,
    expiresAt: now + ABANDONED_AFTER_MS,
  }
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

const FAULTS: Record<PictureFault, ErrorCode> = {
  empty: 'PICTURE_EMPTY',
  notImage: 'PICTURE_NOT_IMAGE',
  unreadable: 'PICTURE_UNREADABLE',
  tooManyPixels: 'PICTURE_TOO_LARGE',
}

/**
 * Checks what was put, by its own bytes, and moves a copy without metadata to a fresh random path, so that the
 * upload address can change nothing any more. Repeating it is harmless, and wherever it stops, the row names every
 * file there is: the copy's path is fixed from the start.
 */
export async function confirmUpload(id: string, owner: string): Promise<ResponseOf<'applicant', 'confirmUpload'>> {
  const picture = await ownPicture(id, owner)
  if (picture.confirmed) return { picture: id, width: picture.width, height: picture.height }
  const bytes = await download(picture.fileId)
  if (!bytes) return confirmedMeanwhile(id, owner)
  if (bytes.length > MAX_PICTURE_BYTES) refuse('PICTURE_TOO_LARGE', { max: '2MB' })
  const inspected = inspectPicture(bytes)
  if (typeof inspected === 'string') refuse(FAULTS[inspected], { max: '5000万像素' })
  const { fileID } = await app.uploadFile({
    cloudPath: `papers/${picture.copyName}`,
    fileContent: inspected.clean,
  })
  await app.deleteFile({ fileList: [picture.fileId] })
  const sideways = inspected.orientation >= 5
  const size = sideways
    ? { width: inspected.height, height: inspected.width }
    : { width: inspected.width, height: inspected.height }
  await db
    .collection('pictures')
    .doc(id)
    .update({ ...size, fileId: fileID, sha256: sha256(inspected.clean), confirmed: true })
  return { picture: id, ...size }
}

/** The upload is gone: another confirmation of it was quicker, or nothing was ever put there. */
async function confirmedMeanwhile(id: string, owner: string): Promise<ResponseOf<'applicant', 'confirmUpload'>> {
  const { confirmed, width, height } = await ownPicture(id, owner)
  if (!confirmed) refuse('PICTURE_MISSING')
  return { picture: id, width, height }
}

/** Null where there is no such file. */
export async function download(fileId: string): Promise<Buffer | null> {
  try {
    const { fileContent } = await app.downloadFile({ fileID: fileId })
    return Buffer.from(fileContent as Buffer)
  } catch {
    return null
  }
}

/** Where the copy is or would be: the upload's own bucket, under the path fixed from the start. */
const copyIdOf = ({ fileId, copyName }: PictureDocument): string =>
  fileId.replace(/\/(incoming|papers)\/[^/]*$/, `/papers/${copyName}`)

/** A picture this person put there; anybody else's looks as if it were not there. */
export async function ownPicture(id: string, owner: string): Promise<PictureDocument> {
  const picture = await read<PictureDocument>('pictures', id)
  if (!picture || picture.owner !== owner) refuse('PICTURE_MISSING')
  return picture
}

/** Pictures a command names, by what they are to be of. */
export type NamedPictures = Partial<Record<PictureDocument['purpose'], readonly string[]>>

/** Refuses unless every picture is this person's own, confirmed, of what it is named for, and there to stay. The pictures by id. */
export async function requireOwnPictures(
  named: NamedPictures,
  owner: string,
  now: Instant,
): Promise<Map<string, PictureDocument>> {
  const asked = Object.entries(named).flatMap(([purpose, ids]) => [...new Set(ids)].map((id) => ({ id, purpose })))
  if (asked.length === 0) return new Map()
  const ids = [...new Set(asked.map(({ id }) => id))]
  const { data } = await db
    .collection('pictures')
    .where({ _id: db.command.in(ids) })
    .limit(ids.length)
    .get()
  const found = new Map((data as PictureDocument[]).map((picture) => [picture._id, picture]))
  const isSound = ({ id, purpose }: { id: string; purpose: string }) => {
    const picture = found.get(id)
    return (
      picture?.owner === owner &&
      picture.purpose === purpose &&
      picture.confirmed &&
      picture.expiresAt > now + SAFE_FOR_MS
    )
  }
  if (!asked.every(isSound)) refuse('PICTURE_MISSING')
  return found
}

/** A short-lived address of a picture's bytes. Who may have it is the caller's to decide. */
export const urlOf = (picture: PictureDocument, now: Instant) => temporaryUrl(picture.fileId, now)

/** A short-lived address of a file's bytes. */
export async function temporaryUrl(fileID: string, now: Instant): Promise<ResponseOf<'applicant', 'pictureUrl'>> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: URL_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  if (!url) refuse('PICTURE_MISSING')
  return { url, expiresAt: now + URL_SECONDS * 1000 }
}

/** Removes pictures no case took over, at most a page a call. Returns how many. */
export async function removeAbandoned(now: Instant): Promise<number> {
  const { data } = await db
    .collection('pictures')
    .where({ expiresAt: db.command.lte(now) })
    .orderBy('expiresAt', 'asc')
    .limit(50)
    .get()
  const pictures = data as PictureDocument[]
  if (pictures.length === 0) return 0
  const files = [...new Set(pictures.flatMap((picture) => [picture.fileId, copyIdOf(picture)]))]
  for (let from = 0; from < files.length; from += FILES_PER_CALL)
    await app.deleteFile({ fileList: files.slice(from, from + FILES_PER_CALL) })
  for (const { _id } of pictures) await db.collection('pictures').doc(_id).remove()
  return pictures.length
}
