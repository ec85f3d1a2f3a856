import type { RequestOf, ResponseOf } from '@shared/contract'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { PdfPurpose } from '@shared/contract/pictures'
import { asFailure, failure } from '@/failure'
import { type PdfFile, type Picture, platform } from '@/platform'
import { once, orTapAgain, withRetry } from './request'

type Uploader = 'applicant' | 'staff'
type Announced = RequestOf<'applicant', 'startUpload'>

/** A picture on this device and the server's name for it. */
export interface Sent {
  id: string
  picture: Picture
}

/**
 * Sends one file and has it confirmed. Each retry goes on where the last one broke off: bytes that arrived are not sent again over
 * a bad network. Bytes that did not arrive get a fresh ticket, for a ticket is short-lived and an unfinished upload is nobody's.
 */
function send<T>(
  fn: Uploader,
  announced: Announced,
  file: Picture | PdfFile,
  confirm: (picture: string) => Promise<T>,
): Promise<T> {
  let arrived: ResponseOf<'applicant', 'startUpload'> | null = null
  return withRetry(async () => {
    if (!arrived) {
      const ticket = await once(fn, 'startUpload', announced)
      await platform.put(ticket, file)
      arrived = ticket
    }
    return confirm(arrived.picture)
  })
}

/** Sends one picture and returns its id once the server has found it sound. Throws Failure. */
export async function upload(fn: Uploader, purpose: Announced['purpose'], picture: Picture): Promise<string> {
  const announced = { purpose, contentType: picture.type, bytes: picture.bytes }
  const sent = send(fn, announced, picture, (id) => once(fn, 'confirmUpload', { picture: id }))
  return (await orTapAgain(sent)).pictures[0].picture
}

/**
 * Sends a PDF and returns its pages as pictures, in order, there and on this device. `held` pictures of the paper are there already;
 * more than a paper may have are refused as a whole. Throws Failure.
 */
export async function uploadPdf(fn: Uploader, purpose: PdfPurpose, file: PdfFile, held: number): Promise<Sent[]> {
  try {
    const announced = { purpose, contentType: file.type, bytes: file.bytes }
    const { pictures } = await send(fn, announced, file, (id) => once('documents', 'confirmUpload', { picture: id }))
    const max = MAX_PICTURES_OF_PAPER - held
    if (pictures.length > max) throw failure('PDF_TOO_MANY_PAGES', { pages: String(pictures.length), max: String(max) })
    return await Promise.all(
      pictures.map(async ({ picture: id, ...page }) => ({
        id,
        picture: await withRetry(() => platform.fetchPicture(page)),
      })),
    )
  } catch (thrown) {
    const failed = asFailure(thrown)
    // Nothing of a file is kept on the device, so nothing is sent later by itself.
    throw failed.code === 'OFFLINE' ? failure('PDF_OFFLINE') : failed
  }
}
