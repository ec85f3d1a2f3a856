import type { StaffCaseView } from '@shared/contract/case'
import { newCommandId, pendingCommand, upload } from '@/api'
import { asFailure, failure } from '@/failure'
import { openPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { kindOf } from './kinds'
import type { Sheet, SheetAction } from './Sheet'
import { forgetSheet, readSheet, saveSheet, sheetsChanged, sheetsWaiting } from './sheets'

/** How a submitted sheet stands; a refused one is back in the person's hands. */
type Sending = 'waiting' | 'underway'

const underway = new Map<string, Promise<void>>()

/** The answers to sheets sent since the app started: a page learns of one whoever set off its sending. */
const answers = new Map<string, StaffCaseView>()
export const answerTo = (key: string): StaffCaseView | null => answers.get(key) ?? null
export const forgetAnswer = (key: string): void => void answers.delete(key)

export const sendingOf = (sheet: Sheet | null): Sending | null =>
  sheet?.sending ? (underway.has(sheet.key) ? 'underway' : 'waiting') : null

/** Gives the sheet its command, once: from here on it is the device's duty to get it to the server, after what was submitted before. */
export function submitSheet(sheet: Sheet, version: number): Promise<void> {
  const turn = 1 + Math.max(0, ...sheetsWaiting().map(({ sending }) => sending!.turn))
  saveSheet({ ...sheet, refusal: null, sending: { commandId: newCommandId(), version, turn } })
  return resumeSheets()
}

/** Whether a waiting sheet may be changed again: not once its command has left, for its outcome is unknown. */
export const mayTakeBack = (sheet: Sheet): boolean => sendingOf(sheet) === 'waiting' && !pendingCommand(sheet.key)

export const takeBack = (sheet: Sheet): void => saveSheet({ ...sheet, sending: null })

/** Sends one submitted sheet; calls meanwhile share its answer. Never throws: what went wrong stands in the sheet. */
function sendSheet(key: string): Promise<void> {
  const running = underway.get(key)
  if (running) return running
  const sending = attempt(key).finally(() => {
    underway.delete(key)
    sheetsChanged()
  })
  underway.set(key, sending)
  sheetsChanged()
  return sending
}

async function attempt(key: string): Promise<void> {
  const sheet = readSheet(key)
  if (!sheet?.sending || !platform.online()) return
  try {
    const answer = await deliver(await withPicturesUploaded(sheet))
    answers.set(key, answer)
    carryOn(sheet, answer.version)
    await forgetSheet(sheet)
  } catch (thrown) {
    refused(key, asFailure(thrown))
  }
}

/** Each id is written down as soon as it is known: a lost network does not send a picture twice. */
async function withPicturesUploaded(sheet: Sheet): Promise<Sheet> {
  let current = sheet
  for (const kept of sheet.pictures.filter(({ id }) => id === null)) {
    const picture = await openPicture(kept)
    if (!picture) throw failure('PICTURE_MISSING')
    const id = await upload('staff', kept.purpose, picture)
    current = { ...current, pictures: current.pictures.map((one) => (one.key === kept.key ? { ...one, id } : one)) }
    saveSheet(current)
  }
  return current
}

function deliver<A extends SheetAction>(sheet: Sheet<A>): Promise<StaffCaseView> {
  const { commandId, version } = sheet.sending!
  return kindOf(sheet.action).send(sheet, { id: sheet.caseId, version, commandId })
}

/**
 * What waits behind a sheet of the same case was written by the same hand, which knew of it: it is decided on what that one left.
 * Where somebody else has been there meanwhile, the version tells, and it comes back to be looked at.
 */
function carryOn({ caseId, sending }: Sheet, version: number): void {
  if (version !== sending!.version + 1) return
  for (const next of sheetsWaiting()) {
    if (next.caseId !== caseId || next.sending!.version !== sending!.version || pendingCommand(next.key)) continue
    saveSheet({ ...next, sending: { ...next.sending!, version } })
  }
}

/** No answer, or signed out: it keeps waiting. A refusal gives the sheet back with everything entered. */
function refused(key: string, { code, message, retryable }: ReturnType<typeof asFailure>): void {
  const sheet = readSheet(key)
  if (!sheet || retryable || code === 'NOT_SIGNED_IN') return
  // The server does not know one of them any more: all are sent anew next time.
  const pictures =
    code === 'PICTURE_MISSING' ? sheet.pictures.map((picture) => ({ ...picture, id: null })) : sheet.pictures
  saveSheet({ ...sheet, pictures, sending: null, refusal: { code, message, version: sheet.sending!.version } })
}

/** Sends whatever waits, in the order it was submitted; stops when the network is gone again. */
export async function resumeSheets(): Promise<void> {
  if (!platform.signedIn()) return
  for (const { key } of sheetsWaiting()) {
    await sendSheet(key)
    if (readSheet(key)?.sending) return
  }
}
