import type { HistoryLine } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { speak } from '@/ui/speak'

const WHO: Record<HistoryLine['by'], string> = {
  applicant: '申请人',
  manager: '客户经理',
  reviewer: '会签人',
  supervisor: '主管',
  system: '系统',
}

interface Line extends HistoryLine {
  /** Fingerprint of the record, on the ledger only. */
  hash?: string
}

/** 办理记录: what happened, when, by whom. */
export const History = ({ lines }: { lines: Line[] }) => (
  <View className='history' {...speak('list')}>
    {lines.map(({ seq, at, by, who, text, hash }) => (
      <View key={seq} className='history__line' {...speak('listitem')}>
        <Text className='history__seq'>{seq}</Text>
        <View className='history__what'>
          <Text className='block'>{text}</Text>
          <Text className='history__when'>{[spokenInstant(at), WHO[by], who].filter(Boolean).join(' · ')}</Text>
          {hash ? <Text className='history__hash'>校验码 {hash.slice(0, 12)}</Text> : null}
        </View>
      </View>
    ))}
  </View>
)
