import type { StaffCaseView } from '@shared/contract/case'
import { type AnomalyCode, anomalyCauses } from '@shared/rules/anomalies'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { goBackToCase } from '../go'
import { useSheetPage } from '../sheet/useSheet'
import { SheetFrame } from '../ui/SheetFrame'
import { TakePictures } from '../ui/TakePictures'
import { RecordedAnomalies } from './RecordedAnomalies'
import '../staff.scss'

const PARTIES = [
  { party: 'thirdParty', title: '别的单位或天气' },
  { party: 'customer', title: '用户的原因' },
  { party: 'utility', title: '我们供电的原因' },
] as const

const isLow = ({ customerClass }: StaffCaseView) => customerClass === 'resident' || customerClass === 'lowVoltage'

/** 用时异常: what holds a case up, whose it is, and the proof; and that it is over. Works without a network. */
export default function AnomalyPage() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('recordAnomaly', id)
  const { sheet, edit, view, done } = page
  useEffect(() => {
    if (done) void goBackToCase(id)
  }, [done, id])
  const low = view.shown !== null && isLow(view.shown)
  return (
    <SheetFrame
      title='用时异常'
      page={page}
      submit={{
        text: '登记用时异常',
        icon: 'alert',
        ask: low ? '登记后不能改，也不会停表。确认登记？' : '登记后不能改。确认登记？',
        yes: '登记',
        busyText: '正在登记…',
      }}
    >
      {(of) => (
        <>
          <RecordedAnomalies of={of} replace={view.replace} reload={view.reload} />
          <Notice
            tone='soon'
            title={low ? '登记了也不停表' : '登记不会推后期限'}
            text={
              low
                ? '低压没有停表的规定：期限照走，承诺的日子不变。登记是为了说清楚耽误在哪里。'
                : '承诺的日子不变。登记是为了说清楚时间花在谁那里。'
            }
          />
          <Card title='什么原因' aside='只能选一个'>
            <Causes of={of} chosen={sheet.entry.cause} choose={(cause) => edit(() => ({ cause }))} />
          </Card>
          <Card>
            <Field
              label='说明（可以不写）'
              tall
              maxLength={300}
              value={sheet.entry.note}
              placeholder='如：占道许可11月20日已递交，等批复'
              onChange={(note) => edit(() => ({ note }))}
            />
            <Text className='field__label'>证据照片（可以不拍）</Text>
            <TakePictures
              of='证据'
              pictures={sheet.pictures}
              onAdd={(picture) => page.addPicture('evidence', 'evidence', picture)}
              onRemove={(key) => page.removePictures((_, other) => other === key)}
            />
          </Card>
        </>
      )}
    </SheetFrame>
  )
}

interface CausesProps {
  of: StaffCaseView
  chosen: AnomalyCode | null
  choose: (cause: AnomalyCode) => void
}

/** Every cause by whose it is, but for those that are on record and still last. */
function Causes({ of, chosen, choose }: CausesProps) {
  const lasting = of.anomalies.filter(({ resolvedAt }) => resolvedAt === null).map(({ cause }) => cause)
  return (
    <View>
      {PARTIES.map(({ party, title }) => (
        <Choice
          key={party}
          label={title}
          options={anomalyCauses
            .filter((one) => one.party === party && !lasting.includes(one.code))
            .map(({ code, title: text }) => ({ value: code, text }))}
          value={chosen}
          onChange={choose}
        />
      ))}
    </View>
  )
}
