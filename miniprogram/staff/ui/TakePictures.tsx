import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { PdfPurpose } from '@shared/contract/pictures'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { uploadPdf } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { Thumbnail } from '@/ui/Thumbnail'
import type { SheetPicture } from '../sheet/Sheet'

interface Props {
  /** What is photographed. */
  of: string
  pictures: SheetPicture[]
  /** `id`: the server's name for it, where it is there already. */
  onAdd: (picture: Picture, id: string | null) => Promise<void>
  onRemove: (key: string) => void
  /** Several of these on one page: a screen reader is told which one a button is about. */
  named?: boolean
  /** What people may have as a PDF: a paper's group, or a drawing. */
  pdf?: PdfPurpose
}

/** Photographs of one thing, by camera or from the album, kept on the device. */
export function TakePictures({ of, pictures, onAdd, onRemove, named = false, pdf }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const take = async (from: () => Promise<void>) => {
    setFailed(null)
    try {
      await from()
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const photograph = (source: 'camera' | 'album') =>
    take(async () => {
      for (const picked of await platform.pickPictures(source, MAX_PICTURES_OF_PAPER - pictures.length))
        await onAdd(picked, null)
    })
  /** Drawn at once, while there is a network: only pictures can wait on the phone, and be looked at. */
  const takePdf = (purpose: PdfPurpose) =>
    take(async () => {
      const file = await platform.pickPdf()
      const pages = file ? await uploadPdf('staff', purpose, file, pictures.length) : []
      for (const { id, picture } of pages) await onAdd(picture, id)
    })
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
      {pictures.length < MAX_PICTURES_OF_PAPER ? (
        <>
          <View className='actions'>
            <Action
              kind='plain'
              icon='camera'
              label={label(camera)}
              onTap={() => photograph('camera')}
              busyText='正在处理…'
            >
              {camera}
            </Action>
            <Action
              kind='plain'
              icon='album'
              label={label('从相册选')}
              onTap={() => photograph('album')}
              busyText='正在处理…'
            >
              从相册选
            </Action>
          </View>
          {pdf ? (
            <View className='gap'>
              <Action
                kind='plain'
                icon='paper'
                label={label('选 PDF 文件')}
                onTap={() => takePdf(pdf)}
                busyText='正在把 PDF 转成图片…'
              >
                选 PDF 文件
              </Action>
            </View>
          ) : null}
        </>
      ) : (
        <Text className='muted small'>最多{MAX_PICTURES_OF_PAPER}张，够用了。</Text>
      )}
    </>
  )
}
