import { randomBytes } from 'node:crypto'
import type { ResponseOf } from '@shared/contract'
import type { PicturePurpose } from '@shared/contract/pictures'
import { materialGroup } from '@shared/contract/vocabulary'
import type { Instant } from '@shared/time/localDate'
import { app, db } from '../cloud'
import { refuse } from '../refusal'
import type { PictureDocument } from '../store/documents'
import { NEVER } from '../store/schemas'
import { read, sound } from '../store/stored'
import { readAtMost } from './readAtMost'
import { titleOfPurpose } from './titleOfPurpose'

/** A command names only pictures that will not be removed while it is being recorded. */
const SAFE_FOR_MS = 3_600_000
/** The platform deletes no more files in one call. */
const FILES_PER_CALL = 50
/** How long a download address works. */
const URL_SECONDS = 300

export const randomId = () => randomBytes(16).toString('hex')

/**
 * A file nobody has vouched for yet: storage takes any size, whatever was announced, so it is read only just past `mostBytes`.
 * Null where there is no such file.
 */
export async function downloadAtMost(fileID: string, mostBytes: number): Promise<Buffer | null> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: URL_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  const answer = url ? await fetch(url) : null
  return answer?.ok && answer.body ? readAtMost(answer.body, mostBytes) : null
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

/** A picture this person put there; anybody else's looks as if it were not there. */
export async function ownPicture(id: string, owner: string): Promise<PictureDocument> {
  const picture = await read('pictures', id)
  if (!picture || picture.owner !== owner) refuse('PICTURE_MISSING')
  return picture
}

/** Pictures a command names, by what they are to be of. */
export type NamedPictures = Partial<Record<PictureDocument['purpose'], readonly string[]>>

/** Of several papers photographed in one go only reading tells which is which: a paper is a paper. Nothing else passes for one. */
const isFor = (taken: PicturePurpose, asked: string): boolean =>
  taken === asked || (isMaterial(taken) && isMaterial(asked))
const isMaterial = (purpose: string): boolean => materialGroup.safeParse(purpose).success

/**
 * Refuses unless every picture is this person's own, confirmed, of what it is named for and of that alone, and there to stay. The
 * pictures by id.
 */
export async function requireOwnPictures(
  named: NamedPictures,
  owner: string,
  now: Instant,
): Promise<Map<string, PictureDocument>> {
  const asked = Object.entries(named).flatMap(([purpose, ids]) => [...new Set(ids)].map((id) => ({ id, purpose })))
  if (asked.length === 0) return new Map()
  const ids = [...new Set(asked.map(({ id }) => id))]
  // One picture proves one thing.
  if (ids.length < asked.length) refuse('PICTURE_MISSING')
  const found = await stayingAmong(ids, owner, now)
  const gone = asked.filter(({ id }) => !found.has(id))
  if (gone.length > 0) {
    const what = [...new Set(gone.map(({ purpose }) => titleOfPurpose(purpose as PicturePurpose)))].join('、')
    refuse('PICTURE_GONE', { what, pictures: gone.map(({ id }) => id).join() })
  }
  const isSound = ({ id, purpose }: { id: string; purpose: string }) =>
    isFor(found.get(id)!.purpose, purpose) && found.get(id)!.confirmed
  if (!asked.every(isSound)) refuse('PICTURE_MISSING')
  return found
}

/** Those of these pictures that are this person's own and there to stay. */
async function stayingAmong(
  ids: readonly string[],
  owner: string,
  now: Instant,
): Promise<Map<string, PictureDocument>> {
  const { data } = await db
    .collection('pictures')
    .where({ _id: db.command.in([...ids]) })
    .limit(ids.length)
    .get()
  const staying = sound('pictures', data).filter(
    (picture) => picture.owner === owner && picture.expiresAt > now + SAFE_FOR_MS,
  )
  return new Map(staying.map((picture) => [picture._id, picture]))
}

/** Those of these pictures that no command takes any more: removed, or about to be. Another person's look the same. */
export async function goneAmong(ids: readonly string[], owner: string, now: Instant): Promise<string[]> {
  if (ids.length === 0) return []
  const staying = await stayingAmong(ids, owner, now)
  return ids.filter((id) => !staying.has(id))
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

/** The file of that name under papers/ in the bucket `beside` is in. */
export const paperIdOf = (anyFile: string, copyName: string): string =>
  anyFile.replace(/\/(incoming|papers)\/[^/]*$/, `/papers/${copyName}`)

/** Every file there is or may be of a row. A further page of a confirmed PDF is a row of its own, and may be a case's by now. */
function filesOf({ fileId, copyName, furtherPages = [], confirmed }: PictureDocument): string[] {
  const names = [copyName, ...(confirmed ? [] : furtherPages.map((page) => page.copyName))]
  return [fileId, ...names.map((name) => paperIdOf(fileId, name))]
}

/** Those of these pictures a case holds: two may rest on the same paper, and one of them was taken back. */
async function heldAmong(ids: readonly string[]): Promise<Set<string>> {
  const { data } = await db
    .collection('applications')
    .where({ pictures: db.command.in([...ids]) })
    .field({ pictures: true })
    .limit(1000)
    .get()
  return new Set((data as { pictures?: string[] }[]).flatMap(({ pictures }) => pictures ?? []))
}

/** Lets go of this person's pictures that no case holds: no command takes them from now on, and the next sweep removes the files. */
export async function letGoOwn(ids: readonly string[], owner: string, now: Instant): Promise<void> {
  const { in: among, lt } = db.command
  await db
    .collection('pictures')
    .where({ _id: among([...ids]), owner, expiresAt: lt(NEVER) })
    .update({ expiresAt: now })
}

/** Removes pictures no case holds, at most a page a call. Returns how many. */
export async function removeAbandoned(now: Instant): Promise<number> {
  const { data } = await db
    .collection('pictures')
    .where({ expiresAt: db.command.lte(now) })
    .orderBy('expiresAt', 'asc')
    .limit(50)
    .get()
  const ids = (data as { _id: string }[]).map(({ _id }) => _id)
  if (ids.length === 0) return 0
  const due = sound('pictures', data)
  const held = await heldAmong(ids)
  // What a case holds stays; what cannot be read is reported, and is out of the way of those behind it.
  const stays = ids.filter((id) => held.has(id) || !due.some(({ _id }) => _id === id))
  for (const _id of stays) await db.collection('pictures').doc(_id).update({ expiresAt: NEVER })
  const pictures = due.filter(({ _id }) => !held.has(_id))
  const files = [...new Set(pictures.flatMap(filesOf))]
  for (let from = 0; from < files.length; from += FILES_PER_CALL)
    await app.deleteFile({ fileList: files.slice(from, from + FILES_PER_CALL) })
  for (const { _id } of pictures) await db.collection('pictures').doc(_id).remove()
  return ids.length
}
