import type { StaffCaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { documents } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice } from '@/ui/Notice'
import { PictureImage } from '@/ui/native'
import { speak } from '@/ui/speak'

/** 证件和照片: shown one by one at a tap, through addresses that work for minutes; each look is recorded. */
export function Pictures({ caseId, pictures }: { caseId: string; pictures: StaffCaseView['pictures'] }) {
  if (pictures.length === 0) return null
  const titles = numbered(pictures)
  return (
    <Card title='证件和照片' aside={`${pictures.length}张`}>
      <Text className='muted small block'>这是用户的个人材料。您每看一张，系统都会记下是谁、什么时候看的。</Text>
      {pictures.map(({ picture }, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={titles[index]} />
      ))}
    </Card>
  )
}

/** Several pictures of one paper are told apart by a number. */
function numbered(pictures: StaffCaseView['pictures']): string[] {
  return pictures.map(({ title }, index) => {
    const same = pictures.filter((other) => other.title === title)
    if (same.length === 1) return title
    return `${title} ${pictures.slice(0, index + 1).filter((other) => other.title === title).length}`
  })
}

function OnePicture({ caseId, picture, title }: { caseId: string; picture: string; title: string }) {
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
