import { app, db } from '../cloud'
import { sha256 } from '../digest'
import { refuse } from '../refusal'
import type { PictureDocument } from '../store/documents'
import { read } from '../store/stored'
import { downloadAtMost, ownPicture, paperIdOf } from './pictures'

/** A picture as it is kept; pixels as shown. */
export interface Taken {
  bytes: Buffer
  width: number
  height: number
}

/** What an upload may become. `take` is handed no more than one byte above `mostBytes`, and refuses that. */
export interface Taking {
  mostBytes: number
  take(bytes: Buffer, mostPictures: number): Promise<Taken[]>
}

/**
 * Checks what was put, by its own bytes, and moves what `take` makes of it to fresh random paths, so that the upload address can
 * change nothing any more. Repeating it is harmless, and wherever it stops, a row names every file there is: all paths are fixed
 * from the start. Answers the pictures that came of it, in order.
 */
export async function confirmUpload(
  id: string,
  owner: string,
  { mostBytes, take }: Taking,
): Promise<PictureDocument[]> {
  const upload = await ownPicture(id, owner)
  if (upload.confirmed) return cameOf(upload)
  const bytes = await downloadAtMost(upload.fileId, mostBytes)
  if (!bytes) return confirmedMeanwhile(id, owner)
  const { furtherPages = [] } = upload
  const [first, ...further] = await take(bytes, 1 + furtherPages.length)
  const used = furtherPages.slice(0, further.length)
  const firstKept = await keep(upload, upload.copyName, first)
  for (const [index, { picture, copyName }] of used.entries()) {
    const kept = await keep(upload, copyName, further[index])
    const { owner, purpose, expiresAt } = upload
    await addOnce({ _id: picture, owner, purpose, expiresAt, copyName, ...kept })
  }
  await app.deleteFile({ fileList: [upload.fileId] })
  const change = furtherPages.length > 0 ? { ...firstKept, furtherPages: db.command.set(used) } : firstKept
  await db.collection('pictures').doc(id).update(change)
  return cameOf({ ...upload, ...firstKept, furtherPages: used })
}

/** Stores one picture under its fixed name; the same bytes again where another confirmation was quicker. */
async function keep(
  upload: PictureDocument,
  copyName: string,
  { bytes, width, height }: Taken,
): Promise<Pick<PictureDocument, 'fileId' | 'sha256' | 'width' | 'height' | 'confirmed'>> {
  await app.uploadFile({ cloudPath: `papers/${copyName}`, fileContent: bytes })
  return { fileId: paperIdOf(upload.fileId, copyName), sha256: sha256(bytes), width, height, confirmed: true }
}

/** Never over a row that is there: a case may have taken that page over since another confirmation wrote it. */
async function addOnce(page: PictureDocument): Promise<void> {
  try {
    await db.collection('pictures').add(page)
  } catch (error) {
    if (!(await read('pictures', page._id))) throw error
  }
}

/** Between removing the upload and saying so in its row another confirmation needs some milliseconds. */
const LOOK_AGAIN_MS = [100, 300]

/** The upload is gone: another confirmation of it was quicker, or nothing was ever put there. */
async function confirmedMeanwhile(id: string, owner: string): Promise<PictureDocument[]> {
  for (const wait of LOOK_AGAIN_MS) {
    const upload = await ownPicture(id, owner)
    if (upload.confirmed) return cameOf(upload)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return refuse('PICTURE_MISSING')
}

async function cameOf(upload: PictureDocument): Promise<PictureDocument[]> {
  const further = await Promise.all((upload.furtherPages ?? []).map(({ picture }) => read('pictures', picture)))
  return [upload, ...further.filter((page) => page !== null)]
}
