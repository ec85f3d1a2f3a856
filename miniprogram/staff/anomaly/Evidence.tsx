import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { upload } from '@/api'
import { asFailure, type Failure, failure } from '@/failure'
import { forgetPicture, type KeptPicture, keepPicture, openPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { Thumbnail } from '@/ui/Thumbnail'

/** The contract takes no more. */
const MOST = 6

interface Props {
  pictures: KeptPicture[]
  onChange: (next: (now: KeptPicture[]) => KeptPicture[]) => void
}

/** Photographs as proof; they may be left out. */
export function Evidence({ pictures, onChange }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const add = async (source: 'camera' | 'album') => {
    setFailed(null)
    try {
      const picked = await platform.pickPictures(source, MOST - pictures.length)
      const kept = await Promise.all(picked.map(keepPicture))
      onChange((now) => [...now, ...kept])
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const remove = (gone: KeptPicture) => {
    onChange((now) => now.filter(({ key }) => key !== gone.key))
    void forgetPicture(gone)
  }
  return (
    <>
      <Text className='field__label'>证据照片（可以不拍）</Text>
      <View className='thumbs'>
        {pictures.map((picture, index) => (
          <Thumbnail
            key={picture.key}
            picture={picture}
            label={`证据第${index + 1}张`}
            onRemove={() => remove(picture)}
          />
        ))}
      </View>
      <FailureNotice failure={failed} />
      {pictures.length < MOST ? (
        <View className='actions'>
          <Action kind='plain' icon='camera' onTap={() => add('camera')} busyText='正在处理…'>
            拍照
          </Action>
          <Action kind='plain' icon='album' onTap={() => add('album')} busyText='正在处理…'>
            从相册选
          </Action>
        </View>
      ) : null}
    </>
  )
}

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
