import type { StaffCaseView } from '@shared/contract/case'
import { pointRows } from '@shared/flow/pointRows'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Facts } from '@/ui/Facts'
import { Field } from '@/ui/Field'
import { Screen } from '@/ui/Screen'
import { useSheetPage } from '../sheet/useSheet'
import { OnePicture } from '../ui/OnePicture'
import { Reviews } from '../ui/Reviews'
import { SheetFrame } from '../ui/SheetFrame'
import '../staff.scss'

/** 会签: what is asked about, and agreed or not. */
export default function Review() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('review', id)
  const { opinion, note } = page.sheet.entry
  if (page.done) return <Done />
  const objects = opinion === 'object'
  return (
    <SheetFrame
      title='会签'
      page={page}
      submit={{
        text: '提交意见',
        ask: `${objects ? '不同意' : '同意'}，提交后不能改。`,
        yes: '提交',
        busyText: '正在提交…',
      }}
    >
      {(of) => {
        const others = of.reviews.filter(({ mine }) => !mine)
        return (
          <>
            <Essentials of={of} />
            <Card className='snug-last' title='您的意见'>
              <Choice
                label='照这个方案答复用户，您同意吗'
                options={[
                  { value: 'agree', text: '同意' },
                  { value: 'object', text: '不同意', note: '要写明理由' },
                ]}
                value={opinion}
                onChange={(answer) => page.edit(() => ({ opinion: answer as 'agree' | 'object' }))}
              />
              <Field
                label={objects ? '理由' : '说明'}
                value={note}
                onChange={(words) => page.edit(() => ({ note: words }))}
                tall
                maxLength={300}
                placeholder={objects ? '哪里不行，怎样才行' : '可以不写'}
              />
            </Card>
            {others.length > 0 ? <Reviews reviews={others} /> : null}
          </>
        )
      }}
    </SheetFrame>
  )
}

/** What a reviewer needs to know of the case, and no more. */
function Essentials({ of }: { of: StaffCaseView }) {
  const mine = of.reviews.find((review) => review.mine)
  const line = of.promise?.externalLine ?? null
  const proposed = mine?.proposed ?? null
  const site = of.pictures.filter(({ purpose }) => purpose === 'site')
  return (
    <Card title='请您看的方案'>
      <Facts
        rows={[
          ...(proposed ? pointRows(proposed.points) : UNSAID),
          ['停电', proposed && (proposed.outage ? '接电时要停电' : '不用停电')],
          ['用电容量', of.capacityKva === null ? null : `${of.capacityKva} 千伏安`],
          ['供电方式', mine?.scheme],
          ['用户', of.applicant.name],
          ['用电地址', of.address],
          ['新建线路', line === null ? null : line ? '要架设' : '不用架设'],
          ['计量位置', of.meterPosition],
          ['客户经理', of.manager?.name],
          ['送到时间', mine ? spokenInstant(mine.askedAt) : null],
          ['最晚答复', of.dueDay ? `${spokenDay(of.dueDay, of.provisional)}答复用户，到时没有意见也照常答复` : null],
        ]}
      />
      {proposed?.drawing.map((picture, index) => (
        <OnePicture key={picture} caseId={of.id} picture={picture} title={`方案图纸${index + 1}`} />
      ))}
      {site.map(({ picture, title }, index) => (
        <OnePicture key={picture} caseId={of.id} picture={picture} title={`${title}${index + 1}`} />
      ))}
    </Card>
  )
}

/** Asked by an older version, which did not say. */
const UNSAID: [string, string][] = [['接入点', '客户经理没有写明，请先问清楚']]

const Done = () => (
  <Screen title='会签' root foot={<Action onTap={goDesk}>回到待办</Action>}>
    <View className='done'>
      <Text className='done__title'>意见已送到</Text>
      <Text className='block muted'>客户经理马上能看到。</Text>
    </View>
  </Screen>
)
