import type { CaseView, MaterialView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { command, pendingCommand, upload } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Choice } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Photo } from '@/ui/Photo'

const MOST_PICTURES = 6

interface Props {
  caseId: string
  material: MaterialView
  onSent: (view: CaseView) => void
}

/** A paper still wanted: photographed now, or handed over at the visit. */
export function WantedPaper({ caseId, material: { group, oneOf }, onSent }: Props) {
  const intention = `supplement:${caseId}:${group}`
  const [kind, setKind] = useState<string | null>(null)
  const [pictures, setPictures] = useState<Picture[]>([])
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)

  const chosen = oneOf.find(({ code }) => code === kind)

  const add = async (source: 'camera' | 'album') => {
    try {
      const picture = await platform.pickPicture(source)
      if (picture) setPictures((before) => [...before, picture])
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const send = async () => {
    if (!kind) return
    setFailed(null)
    try {
      const sent: string[] = []
      for (const picture of pictures) sent.push(await upload('applicant', group, picture))
      onSent(
        await command(intention, 'applicant', 'supplement', { id: caseId, paper: { group, kind, pictures: sent } }),
      )
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }

  if (pendingCommand(intention)) return <Text className='muted'>照片正在送达，有网后自动完成。</Text>
  if (!open)
    return (
      <View>
        <Action kind='plain' icon='camera' onTap={() => setOpen(true)}>
          拍照补交
        </Action>
        <Text className='block muted small gap'>不方便拍也没关系，客户经理上门时一起取。</Text>
      </View>
    )
  return (
    <View>
      {kind ? null : (
        <Choice
          label='交哪一种（一种就够）'
          options={oneOf.map(({ code, title }) => ({ value: code, text: title }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {chosen ? (
        <View className='rows__row'>
          <Text className='rows__text strong'>{chosen.title}</Text>
          <View>
            <Action kind='quiet' onTap={() => setKind(null)}>
              换一种
            </Action>
          </View>
        </View>
      ) : null}
      {kind ? (
        <View>
          {pictures.map(({ src, width, height }, index) => (
            <Photo key={src} src={src} size={{ width, height }} marks={[]} label={`第${index + 1}张照片`} />
          ))}
          {pictures.length < MOST_PICTURES ? (
            <View className='actions'>
              <Action kind='plain' icon='camera' onTap={() => void add('camera')}>
                {pictures.length > 0 ? '再拍一张' : '拍照'}
              </Action>
              <Action kind='plain' icon='album' onTap={() => void add('album')}>
                从相册选
              </Action>
            </View>
          ) : null}
          {pictures.length > 0 ? (
            <View className='gap'>
              <Action busyText='正在上传…' onTap={send}>
                交上去
              </Action>
            </View>
          ) : null}
        </View>
      ) : null}
      <FailureNotice failure={failed} />
    </View>
  )
}
