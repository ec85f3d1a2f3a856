import { View } from '@tarojs/components'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { forgetPicture, type KeptPicture, keepPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { Thumbnail } from '@/ui/Thumbnail'

/** The contract takes no more pictures of one thing. */
const MOST = 6

interface Props {
  /** What they are of, e.g. 竣工报告. */
  label: string
  pictures: KeptPicture[]
  /** Changes the newest list: a picture may arrive after another edit. */
  onChange: (change: (pictures: KeptPicture[]) => KeptPicture[]) => void
}

/** Photographs taken now and kept on the device until they are sent. */
export function KeptPhotos({ label, pictures, onChange }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const add = async (source: 'camera' | 'album') => {
    setFailed(null)
    try {
      const picked = await platform.pickPicture(source)
      if (!picked) return
      const kept = await keepPicture(picked)
      onChange((now) => [...now, kept])
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const remove = (gone: KeptPicture) => {
    onChange((now) => now.filter(({ key }) => key !== gone.key))
    void forgetPicture(gone)
  }
  return (
    <View className='gap'>
      <View className='thumbs'>
        {pictures.map((picture, index) => (
          <Thumbnail
            key={picture.key}
            picture={picture}
            label={`${label}第${index + 1}张`}
            onRemove={() => remove(picture)}
          />
        ))}
      </View>
      <FailureNotice failure={failed} />
      {pictures.length < MOST ? (
        <View className='actions'>
          <Action kind='plain' icon='camera' label={`拍${label}`} busyText='正在处理…' onTap={() => add('camera')}>
            {pictures.length === 0 ? '拍照' : '再拍一张'}
          </Action>
          <Action kind='plain' icon='album' label={`从相册选${label}`} busyText='正在处理…' onTap={() => add('album')}>
            从相册选
          </Action>
        </View>
      ) : null}
    </View>
  )
}
