import type { MaterialView } from '@shared/contract/case'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { uploadPdf } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { forgetPicture, type KeptPicture, keepPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Thumbnail } from '@/ui/Thumbnail'
import type { SheetPaper } from '../sheet/Sheet'

interface Props {
  material: MaterialView
  paper: SheetPaper
  /** Changes the newest state of this paper: a picture may arrive after another edit. */
  onChange: (change: (paper: SheetPaper) => SheetPaper) => void
}

/** One paper still wanted: which of the kinds it is, and its photographs. Only those the rules name can be chosen. */
export function PaperCapture({ material, paper, onChange }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const [choosing, setChoosing] = useState(paper.kind === null)
  const kind = material.oneOf.find(({ code }) => code === paper.kind)

  const taking = async (take: () => Promise<KeptPicture[]>) => {
    setFailed(null)
    try {
      const kept = await take()
      if (kept.length > 0) onChange((now) => ({ ...now, pictures: [...now.pictures, ...kept] }))
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const add = (source: 'camera' | 'album') =>
    taking(async () => {
      const picked = await platform.pickPicture(source)
      return picked ? [await keepPicture(picked)] : []
    })
  /** Drawn at once, while there is a network: only pictures can wait on the phone, and be looked at. */
  const addPdf = () =>
    taking(async () => {
      const file = await platform.pickPdf()
      const pages = file ? await uploadPdf('staff', material.group, file, paper.pictures.length) : []
      return Promise.all(pages.map(async ({ id, picture }) => ({ ...(await keepPicture(picture)), id })))
    })
  const remove = (key: string) => {
    const gone = paper.pictures.find((picture) => picture.key === key)
    onChange((now) => ({ ...now, pictures: now.pictures.filter((picture) => picture.key !== key) }))
    if (gone) void forgetPicture(gone)
  }

  return (
    <Card className='snug' title={material.title} aside='任选一种'>
      {choosing || !kind ? (
        <Choice
          label='是哪一种'
          grid
          options={material.oneOf.map(({ code, title }) => ({ value: code, text: title }))}
          value={paper.kind}
          onChange={(code) => {
            onChange((now) => ({ ...now, kind: code }))
            setChoosing(false)
          }}
        />
      ) : (
        <View className='kind'>
          <Text className='kind__title'>{kind.title}</Text>
          <View className='kind__do'>
            <Action kind='quiet' onTap={() => setChoosing(true)}>
              换一种
            </Action>
          </View>
        </View>
      )}
      {kind && !choosing ? (
        <>
          <View className='thumbs'>
            {paper.pictures.map((picture, index) => (
              <Thumbnail
                key={picture.key}
                picture={picture}
                label={`${kind.title}第${index + 1}张`}
                onRemove={() => remove(picture.key)}
              />
            ))}
          </View>
          <FailureNotice failure={failed} />
          {paper.pictures.length < MAX_PICTURES_OF_PAPER ? (
            <>
              <View className='actions'>
                <Action kind='plain' icon='camera' onTap={() => add('camera')} busyText='正在处理…'>
                  {paper.pictures.length === 0 ? '拍照' : '再拍一张'}
                </Action>
                <Action kind='plain' icon='album' onTap={() => add('album')} busyText='正在处理…'>
                  从相册选
                </Action>
              </View>
              <View className='gap'>
                <Action kind='plain' icon='paper' onTap={addPdf} busyText='正在把 PDF 转成图片…'>
                  选 PDF 文件
                </Action>
              </View>
            </>
          ) : (
            <Text className='muted small'>最多{MAX_PICTURES_OF_PAPER}张，够用了。</Text>
          )}
        </>
      ) : null}
    </Card>
  )
}
