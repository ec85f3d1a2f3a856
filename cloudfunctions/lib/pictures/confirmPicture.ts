import type { ResponseOf } from '@shared/contract'
import { MAX_PICTURE_BYTES } from '@shared/contract/constants'
import type { ErrorCode } from '@shared/errors'
import { fileKindOf, NAMED_FILES } from '@shared/pictures/fileKind'
import { refuse } from '../refusal'
import { confirmUpload, type Taken } from './confirmUpload'
import { inspectPicture, type PictureFault } from './inspectPicture'

const FAULTS: Record<Exclude<PictureFault, 'notImage'>, ErrorCode> = {
  empty: 'PICTURE_EMPTY',
  unreadable: 'PICTURE_UNREADABLE',
  tooManyPixels: 'PICTURE_TOO_LARGE',
}

/** A plain picture as it is kept: the same, without metadata. Refuses what is none. */
async function takePicture(bytes: Buffer): Promise<Taken[]> {
  if (bytes.length > MAX_PICTURE_BYTES) refuse('PICTURE_TOO_LARGE', { max: '2MB' })
  const inspected = inspectPicture(bytes)
  if (inspected === 'notImage') refuse(NAMED_FILES[fileKindOf(bytes)] ?? 'PICTURE_NOT_IMAGE')
  if (typeof inspected === 'string') refuse(FAULTS[inspected], { max: '5000万像素' })
  const { clean, width, height, orientation } = inspected
  const sideways = orientation >= 5
  return [{ bytes: clean, width: sideways ? height : width, height: sideways ? width : height }]
}

/** Confirms the upload of a picture. A PDF is none: the function `documents` confirms those. */
export async function confirmPicture(id: string, owner: string): Promise<ResponseOf<'applicant', 'confirmUpload'>> {
  const [{ _id, width, height }] = await confirmUpload(id, owner, { mostBytes: MAX_PICTURE_BYTES, take: takePicture })
  return { pictures: [{ picture: _id, width, height }] }
}
