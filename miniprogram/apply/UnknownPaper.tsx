import { PREMISES_KINDS, type PremisesKind } from '@shared/certificates/premisesKinds'
import { View } from '@tarojs/components'
import { Choice } from '@/ui/Choice'
import { Photo } from '@/ui/Photo'
import type { ShownPaper } from './keptShot'

/** What somebody says a paper is: the proof of who applies, one of premises, or nothing that is wanted. */
export type Answer = 'identity' | 'none' | PremisesKind

interface Props {
  paper: ShownPaper
  /** Nothing proves yet who applies. */
  identityWanted: boolean
  onAnswer: (answer: Answer) => void
}

/** A paper the reader does not know: it goes with the application only as what the person says it is. */
export const UnknownPaper = ({ paper: { src, reading }, identityWanted, onAnswer }: Props) => (
  <View className='card gap'>
    <Photo src={src} size={reading.size} marks={[]} label='没有认出来的材料' />
    <Choice<Answer>
      label='这是哪一种材料？'
      grid
      options={[
        ...(identityWanted ? [{ value: 'identity' as const, text: '身份证明' }] : []),
        ...PREMISES_KINDS,
        { value: 'none', text: '都不是，不用交', note: '照片马上删除' },
      ]}
      value={null}
      onChange={onAnswer}
    />
  </View>
)
