import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { documents } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { Action } from '@/ui/Action'
import { PictureImage } from '@/ui/native'

interface Props {
  caseId: string
  pictures: string[]
  label: string
}

/** Pictures of the applicant's works that lie with the case; fetched by addresses that work for minutes. */
export const CasePhotos = ({ caseId, pictures, label }: Props) =>
  pictures.length === 0 ? null : (
    <View className='gap'>
      <View className='thumbs'>
        {pictures.map((picture, index) => (
          <CasePhoto key={picture} caseId={caseId} picture={picture} label={`${label}第${index + 1}张`} />
        ))}
      </View>
    </View>
  )

function CasePhoto({ caseId, picture, label }: { caseId: string; picture: string; label: string }) {
  const [url, setUrl] = useState<string | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let gone = false
    setFailed(null)
    documents('casePicture', { id: caseId, picture }).then(
      (answer) => gone || setUrl(answer.url),
      (thrown) => gone || setFailed(asFailure(thrown)),
    )
    return () => {
      gone = true
    }
  }, [caseId, picture, turn])
  return (
    <View className='thumb'>
      <View className='thumb__frame'>
        {url ? <PictureImage src={url} label={label} className='thumb__image' /> : null}
        {failed ? <Text className='thumb__lost'>照片要有网才看得到</Text> : null}
      </View>
      {failed?.retryable ? (
        <Action kind='quiet' label={`再取一次${label}`} onTap={() => setTurn(turn + 1)}>
          再取一次
        </Action>
      ) : null}
    </View>
  )
}
