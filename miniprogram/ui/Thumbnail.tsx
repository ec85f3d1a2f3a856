import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type KeptPicture, openPicture } from '@/outbox/pictures'
import { Action } from '@/ui/Action'
import { PictureImage } from '@/ui/native'

interface Props {
  picture: KeptPicture
  label: string
  /** Absent while the sheet is being sent. */
  onRemove?: () => void
}

/** A picture kept on the device. */
export function Thumbnail({ picture, label, onRemove }: Props) {
  const [src, setSrc] = useState<string | null>(null)
  const [lost, setLost] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bytes belong to the key; an upload only adds the id
  useEffect(() => {
    let made: string | null = null
    let gone = false
    void openPicture(picture).then((opened) => {
      if (opened?.src.startsWith('blob:')) made = opened.src
      if (gone && made) URL.revokeObjectURL(made)
      if (gone) return
      setSrc(opened?.src ?? null)
      setLost(opened === null)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [picture.key])
  return (
    <View className='thumb'>
      <View className='thumb__frame'>
        {src ? <PictureImage src={src} label={label} className='thumb__image' /> : null}
        {lost ? <Text className='thumb__lost'>手机里找不到这张照片了，请删掉重拍</Text> : null}
      </View>
      {onRemove ? (
        <Action kind='quiet' label={`删掉${label}`} onTap={onRemove}>
          删掉
        </Action>
      ) : null}
    </View>
  )
}
