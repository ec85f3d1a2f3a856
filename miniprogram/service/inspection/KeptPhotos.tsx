import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { MaterialGroupCode } from '@shared/contract/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { uploadPdf } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { forgetPicture, type KeptPicture, keepPicture } from '@/outbox/pictures'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { Thumbnail } from '@/ui/Thumbnail'

interface Props {
  /** What they are of, e.g. 竣工报告. */
  label: string
  pictures: KeptPicture[]
  /** Changes the newest list: a picture may arrive after another edit. */
  onChange: (change: (pictures: KeptPicture[]) => KeptPicture[]) => void
  /** A paper people may have as a PDF: its group. */
  pdf?: MaterialGroupCode
}

/** Photographs taken now and kept on the device until they are sent. */
export function KeptPhotos({ label, pictures, onChange, pdf }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const taking = async (take: () => Promise<KeptPicture[]>) => {
    setFailed(null)
    try {
      const taken = await take()
      if (taken.length > 0) onChange((now) => [...now, ...taken])
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const add = (source: 'camera' | 'album') =>
    taking(async () => {
      const picked = await platform.pickPictures(source, MAX_PICTURES_OF_PAPER - pictures.length)
      return Promise.all(picked.map((picture) => keepPicture(picture)))
    })
  /** Drawn at once, while there is a network: only pictures can wait on the device, and be looked at. */
  const addPdf = (group: MaterialGroupCode) =>
    taking(async () => {
      const file = await platform.pickPdf()
      const pages = file ? await uploadPdf('applicant', group, file, pictures.length) : []
      return Promise.all(pages.map(({ id, picture }) => keepPicture(picture, id)))
    })
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
      {pictures.length < MAX_PICTURES_OF_PAPER ? (
        <>
          <View className='actions'>
            <Action
              kind='plain'
              icon='camera'
              label={`拍照，${label}`}
              busyText='正在处理…'
              onTap={() => add('camera')}
            >
              {pictures.length === 0 ? '拍照' : '再拍一张'}
            </Action>
            <Action
              kind='plain'
              icon='album'
              label={`从相册选，${label}`}
              busyText='正在处理…'
              onTap={() => add('album')}
            >
              从相册选
            </Action>
          </View>
          {pdf ? (
            <View className='gap'>
              <Action kind='plain' icon='paper' busyText='正在把 PDF 转成图片…' onTap={() => addPdf(pdf)}>
                选 PDF 文件
              </Action>
            </View>
          ) : null}
        </>
      ) : null}
    </View>
  )
}
