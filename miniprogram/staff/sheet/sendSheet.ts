import type { StaffCaseView } from '@shared/contract/case'
import { command, newCommandId, pendingCommand, upload } from '@/api'
import { asFailure, failure } from '@/failure'
import { openPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import type { Sheet } from './Sheet'
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

/** Gives the sheet its command, once: from here on it is the device's duty to get it to the server. */
export function submitSheet(sheet: Sheet, version: number): Promise<void> {
  saveSheet({ ...sheet, refusal: null, sending: { commandId: newCommandId(), version } })
  return sendSheet(sheet.key)
}

/** Whether a waiting sheet may be changed again: not once its command has left, for its outcome is unknown. */
export const mayTakeBack = (sheet: Sheet): boolean => sendingOf(sheet) === 'waiting' && !pendingCommand(sheet.key)

export const takeBack = (sheet: Sheet): void => saveSheet({ ...sheet, sending: null })

/** Sends one submitted sheet; calls meanwhile share its answer. Never throws: what went wrong stands in the sheet. */
export function sendSheet(key: string): Promise<void> {
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
    answers.set(key, await deliver(await withPicturesUploaded(sheet)))
    await forgetSheet(sheet)
  } catch (thrown) {
    refused(key, asFailure(thrown))
  }
}

/** Each id is written down as soon as it is known: a lost network does not send a picture twice. */
async function withPicturesUploaded(sheet: Sheet): Promise<Sheet> {
  let current = sheet
  for (const { group, pictures } of sheet.papers) {
    for (const { key } of pictures.filter((picture) => picture.id === null)) {
      const picture = await openPicture(pictures.find((other) => other.key === key)!)
      if (!picture) throw failure('PICTURE_MISSING')
      current = withPictureId(current, key, await upload('staff', group, picture))
      saveSheet(current)
    }
  }
  return current
}

const withPictureId = (sheet: Sheet, key: string, id: string | null): Sheet => ({
  ...sheet,
  papers: sheet.papers.map((paper) => ({
    ...paper,
    pictures: paper.pictures.map((picture) => (picture.key === key ? { ...picture, id } : picture)),
  })),
})

function deliver(sheet: Sheet): Promise<StaffCaseView> {
  const { key, caseId: id, externalLine, meterPosition, note } = sheet
  const { commandId, version } = sheet.sending!
  const papers = sheet.papers
    .filter((paper) => paper.pictures.length > 0)
    .map(({ group, kind, pictures }) => ({ group, kind: kind!, pictures: pictures.map((picture) => picture.id!) }))
  if (sheet.action === 'collect') return command(key, 'staff', 'collect', { id, version, paper: papers[0] }, commandId)
  const survey = { externalLine: externalLine!, meterPosition: meterPosition.trim(), note: note.trim() }
  return command(key, 'staff', 'visit', { id, version, ...survey, papers }, commandId)
}

/** No answer, or signed out: it keeps waiting. A refusal gives the sheet back with everything entered. */
function refused(key: string, { code, message, retryable }: ReturnType<typeof asFailure>): void {
  const sheet = readSheet(key)
  if (!sheet || retryable || code === 'NOT_SIGNED_IN') return
  const pictures = sheet.papers.flatMap((paper) => paper.pictures)
  // The server does not know one of them any more: all are sent anew next time.
  const kept =
    code === 'PICTURE_MISSING' ? pictures.reduce((given, { key }) => withPictureId(given, key, null), sheet) : sheet
  saveSheet({ ...kept, sending: null, refusal: { code, message } })
}

/** Sends whatever waits, oldest first; stops when the network is gone again. */
export async function resumeSheets(): Promise<void> {
  if (!platform.signedIn()) return
  for (const sheet of sheetsWaiting()) {
    await sendSheet(sheet.key)
    if (readSheet(sheet.key)?.sending) return
  }
}
