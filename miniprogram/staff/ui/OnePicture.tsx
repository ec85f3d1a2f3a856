import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { documents } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { PictureImage } from '@/ui/native'
import { speak } from '@/ui/speak'

/** A picture of a case, shown at a tap through an address that works for minutes; the look is recorded. */
export function OnePicture({ caseId, picture, title }: { caseId: string; picture: string; title: string }) {
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const look = async () => {
    setFailed(null)
    try {
      setUrl((await documents('casePicture', { id: caseId, picture })).url)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <View className='picture'>
      <View className='picture__head'>
        <Text className='picture__title'>{title}</Text>
        <View className='picture__do'>
          {url ? (
            <Action kind='quiet' label={`收起${title}`} onTap={() => setUrl(null)}>
              收起
            </Action>
          ) : (
            <Action kind='quiet' label={`查看${title}，会留下查看记录`} onTap={look} busyText='正在取…'>
              查看
            </Action>
          )}
        </View>
      </View>
      <FailureNotice failure={failed} retry={look} />
      {url ? (
        <View className='picture__frame' {...enlargeable(url, title)}>
          <PictureImage src={url} label={title} className='picture__image' />
        </View>
      ) : null}
    </View>
  )
}

/** WeChat's own viewer zooms; the web page's picture is zoomed by the browser. */
const enlargeable = (url: string, title: string) =>
  platform.name === 'weapp'
    ? { onClick: () => void Taro.previewImage({ urls: [url] }), ...speak('button', `放大看${title}`) }
    : {}
