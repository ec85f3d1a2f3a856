import type { CaseView } from '@shared/contract/case'
import type { SchemeView } from '@shared/contract/details'
import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { isClosed } from '@shared/flow/state'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { goService } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Notice } from '@/ui/Notice'
import { AboutStamped, CaseDocument } from '../ui/CaseDocument'
import { Checklist } from '../ui/Checklist'
import '../service.scss'

/** 供电方案: what is answered, in an order a person asks in, and what comes next. */
export default function Scheme() {
  return (
    <CaseScreen
      title='供电方案'
      foot={({ id, status }) =>
        status === 'replied' ? (
          <Action onTap={() => goService('inspection', id)}>完工了，申请竣工检验</Action>
        ) : undefined
      }
    >
      {(of, replace) =>
        of.scheme ? (
          <>
            <Reply scheme={of.scheme} of={of} />
            {of.status === 'replied' ? (
              <>
                <WhatNext />
                <Checklist />
              </>
            ) : null}
            <Card title='要书面的'>
              <CaseDocument of={of} document='scheme' round={null} title='供电方案答复单' onDone={replace} />
              <AboutStamped of={of} />
            </Card>
          </>
        ) : (
          <Notice text={notNow(of, '供电方案还没有答复。答复了会马上告诉您，也会显示在这里。')} />
        )
      }
    </CaseScreen>
  )
}

const NEXT = [
  '设计、施工单位由您自己选，谁也不能替您指定。',
  `${NOT_NEEDED}。设计按典型设计做。`,
  '完工后，请施工单位给您一份竣工报告，拍下来就能申请检验。',
  '您施工多久都可以，不占供电公司的承诺时间。',
]

/** While it is the customer's turn. */
const WhatNext = () => (
  <Card title='接下来怎么做'>
    {NEXT.map((words, index) => (
      <View key={words} className='say'>
        <Text className='say__no'>{index + 1}</Text>
        <Text className='say__words'>{words}</Text>
      </View>
    ))}
  </Card>
)

function Reply({ scheme, of }: { scheme: SchemeView; of: CaseView }) {
  const { title, metering, note, repliedAt } = scheme
  const { outage, capacityKva } = of
  return (
    <Card title='供电公司这样答复您' aside={spokenInstant(repliedAt)}>
      <Facts
        rows={[
          ['用电容量', capacityKva === null ? null : `${capacityKva} 千伏安`],
          ['怎么供电', title],
          ...pointRows(pointsIn(scheme), '从哪里接'),
          ['怎么计量', metering],
          ['说明', note],
        ]}
      />
      {outage && !isClosed(of.status) ? (
        <Notice
          text={
            outage.day
              ? `接火要停一次电，排在${spokenDay(outage.day)}。`
              : `接火要停一次电，供电公司已经去安排，最早${spokenDay(outage.notBefore)}。您可以同时施工。`
          }
        />
      ) : null}
      <Text className='block muted small'>线路、杆号以后改名，不影响这份方案。</Text>
    </Card>
  )
}
