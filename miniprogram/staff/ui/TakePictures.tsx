import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import type { SheetPicture } from '../sheet/Sheet'
import { Thumbnail } from './Thumbnail'

/** The contract takes no more pictures of one thing. */
const MOST = 6

interface Props {
  /** What is photographed. */
  of: string
  pictures: SheetPicture[]
  onAdd: (picture: Picture) => Promise<void>
  onRemove: (key: string) => void
  /** Several of these on one page: a screen reader is told which one a button is about. */
  named?: boolean
}

/** Photographs of one thing, by camera or from the album, kept on the device. */
export function TakePictures({ of, pictures, onAdd, onRemove, named = false }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const take = async (source: 'camera' | 'album') => {
    setFailed(null)
    try {
      const picked = await platform.pickPicture(source)
      if (picked) await onAdd(picked)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const camera = pictures.length === 0 ? '拍照' : '再拍一张'
  const label = (words: string) => (named ? `${words}，${of}` : undefined)
  return (
    <>
      {pictures.length > 0 ? (
        <View className='thumbs'>
          {pictures.map((picture, index) => (
            <Thumbnail
              key={picture.key}
              picture={picture}
              label={`${of}第${index + 1}张`}
              onRemove={() => onRemove(picture.key)}
            />
          ))}
        </View>
      ) : null}
      <FailureNotice failure={failed} />
      {pictures.length < MOST ? (
        <View className='actions'>
          <Action kind='plain' icon='camera' label={label(camera)} onTap={() => take('camera')} busyText='正在处理…'>
            {camera}
          </Action>
          <Action kind='plain' icon='album' label={label('从相册选')} onTap={() => take('album')} busyText='正在处理…'>
            从相册选
          </Action>
        </View>
      ) : (
        <Text className='muted small'>最多{MOST}张，够用了。</Text>
      )}
    </>
  )
}
