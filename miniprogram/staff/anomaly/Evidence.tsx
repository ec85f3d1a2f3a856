import { Text } from '@tarojs/components'
import { upload } from '@/api'
import { failure } from '@/failure'
import { KeptPhotos } from '@/kept/KeptPhotos'
import { type KeptPicture, openPicture } from '@/kept/keptPictures'

/** The contract takes no more. */
const MOST = 6

interface Props {
  pictures: KeptPicture[]
  onChange: (next: (now: KeptPicture[]) => KeptPicture[]) => void
}

/** Photographs as proof; they may be left out. */
export const Evidence = ({ pictures, onChange }: Props) => (
  <>
    <Text className='field__label'>证据照片（可以不拍）</Text>
    <KeptPhotos label='证据' most={MOST} pictures={pictures} onChange={onChange} />
  </>
)

/** The ids of the pictures, sent where they were not yet. Each id is told as soon as it is known: none is sent twice. */
export async function uploadEvidence(
  pictures: KeptPicture[],
  onSent: (kept: KeptPicture[]) => void,
): Promise<string[]> {
  let kept = pictures
  for (const picture of pictures.filter(({ id }) => id === null)) {
    const opened = await openPicture(picture)
    if (!opened) throw failure('PICTURE_MISSING')
    const id = await upload('staff', 'evidence', opened)
    kept = kept.map((one) => (one.key === picture.key ? { ...one, id } : one))
    onSent(kept)
  }
  return kept.map(({ id }) => id!)
}
