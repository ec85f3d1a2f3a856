import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { FailureNotice } from '@/ui/Notice'
import { SignaturePad, type TakeSignature } from '@/ui/SignaturePad'
import { Thumbnail } from '@/ui/Thumbnail'
import { picturesIn } from '../sheet/Sheet'
import type { OpenSheet } from '../sheet/useSheet'

/** 用户签名 under where line and meter will be: by finger, kept on the device like every picture. Never required. */
export function SurveySignature({ open }: { open: OpenSheet<'visit'> }) {
  const { sheet, addPicture, removePictures } = open
  const { externalLine, meterPosition } = sheet.entry
  const [signing, setSigning] = useState(false)
  const [take, setTake] = useState<TakeSignature | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [signed] = picturesIn(sheet, 'signature')
  const ready = externalLine !== null && meterPosition.trim().length >= 2

  const keep = async () => {
    if (!take) return
    try {
      await addPicture('signature', 'signature', await take())
      setSigning(false)
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <Card className='snug' title='用户签名' aside='可以不签'>
      {signed ? (
        <View className='thumbs'>
          <Thumbnail
            picture={signed}
            label='用户签名'
            onRemove={() => removePictures((slot) => slot === 'signature')}
          />
        </View>
      ) : signing && ready ? (
        <>
          <Facts
            rows={[
              ['外部线路', externalLine ? '要架设' : '不用架设'],
              ['电表位置', meterPosition],
            ]}
          />
          <SignaturePad onInk={(how) => setTake(() => how)} />
          <FailureNotice failure={failed} />
          <Action
            kind='plain'
            icon='check'
            missing={take ? null : '请用户先在上面签名'}
            onTap={keep}
            busyText='正在保存…'
          >
            签好了
          </Action>
        </>
      ) : ready ? (
        <Action kind='plain' icon='pen' onTap={() => setSigning(true)}>
          请用户签名确认
        </Action>
      ) : (
        <Text className='muted'>先选好线路和电表位置，用户再签名。</Text>
      )}
    </Card>
  )
}
