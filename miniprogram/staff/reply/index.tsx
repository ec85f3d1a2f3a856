import type { StaffCaseView } from '@shared/contract/case'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Screen } from '@/ui/Screen'
import { NO_POINT } from '../sheet/highVoltageSheets'
import type { Entries } from '../sheet/Sheet'
import { useSheetPage } from '../sheet/useSheet'
import { CaseDocuments } from '../ui/CaseDocuments'
import { Reviews } from '../ui/Reviews'
import { SheetFrame } from '../ui/SheetFrame'
import { AskReview, reviewWords } from './AskReview'
import { Points } from './Points'
import '../staff.scss'

/** 答复供电方案: one of the standard schemes, where it connects, and whether a line has to be switched off for it. */
export default function Reply() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('reply', id)
  const { sheet, view, done } = page
  const edit = (change: Partial<Entries['reply']>) => page.edit(() => change)
  const choose = (of: StaffCaseView) => (code: string) =>
    page.edit(({ standby }) => {
      const two = of.templates.find((each) => each.code === code)?.points === 2
      return { template: code as Entries['reply']['template'], standby: two ? (standby ?? NO_POINT) : undefined }
    })
  if (done) return <Done of={done} />
  const { template, outage, note, answerToObjections } = sheet.entry
  const silent = view.shown?.reviews.filter(({ at }) => at === null).length ?? 0
  return (
    <SheetFrame
      title='供电方案'
      page={page}
      wide
      submit={{
        text: '答复用户',
        icon: 'check',
        ask:
          silent > 0
            ? `还有${silent}人没回会签意见，不等了？记录里会写明谁没有意见。`
            : '方案答复后不能修改，用户马上收到。',
        yes: '答复',
        busyText: '正在答复…',
      }}
    >
      {(of) => (
        <View className='columns'>
          <View className='columns__column'>
            <Card className='snug' title='用哪种方案' aside={capacityOf(of)}>
              <Choice
                label='能用在这件申请上的方案'
                options={of.templates.map(({ code, title, reviewBecause }) => ({
                  value: code,
                  text: title,
                  note:
                    reviewBecause.length === 0
                      ? '标准化方案，免审批，直接答复'
                      : `可以请人会签：${reviewWords(reviewBecause, title)}`,
                }))}
                value={template}
                onChange={choose(of)}
              />
            </Card>
            <Points of={of} entry={sheet.entry} edit={edit} />
          </View>
          <View className='columns__column'>
            <Card className='snug' title='接电时要不要停电'>
              <Choice
                label='调度要提前一个月知道，所以现在就要说定'
                options={[
                  { value: 'no', text: '不用停电', note: '带电接火，或线路本来没有电' },
                  { value: 'yes', text: '要停电', note: '答复时一并申请，最早一个月后' },
                ]}
                value={outage === null ? null : outage ? 'yes' : 'no'}
                onChange={(answer) => edit({ outage: answer === 'yes' })}
              />
            </Card>
            {of.reviews.length > 0 ? <Reviews reviews={of.reviews} /> : null}
            {of.reviews.some(({ opinion }) => opinion === 'object') ? (
              <Card className='snug' title='有人不同意'>
                <Field
                  label='怎么处理的'
                  value={answerToObjections}
                  onChange={(words) => edit({ answerToObjections: words })}
                  tall
                  maxLength={300}
                  placeholder='写明采纳了什么，或为什么不采纳'
                />
              </Card>
            ) : null}
            <AskReview of={of} page={page} />
            <Card className='snug' title='备注'>
              <Field
                label='写给用户看的，可以不写'
                value={note}
                onChange={(words) => edit({ note: words })}
                tall
                maxLength={300}
                placeholder='例如：电缆由用户从分接箱引接'
              />
            </Card>
          </View>
        </View>
      )}
    </SheetFrame>
  )
}

const capacityOf = ({ capacityKva }: StaffCaseView) => (capacityKva === null ? undefined : `${capacityKva} 千伏安`)

const Done = ({ of }: { of: StaffCaseView }) => (
  <Screen title='供电方案' root foot={<Action onTap={goDesk}>回到待办</Action>}>
    <View className='done'>
      <Text className='done__title'>已答复用户</Text>
      {of.outage ? (
        <>
          <Text className='done__lead'>停电最早</Text>
          <Text className='done__day'>{spokenDay(of.outage.notBefore)}</Text>
        </>
      ) : null}
      <Text className='block muted'>现在是用户施工的时间，承诺的时间停着。</Text>
      <Text className='block muted'>
        {of.outage ? '请向调度申请停电，批下来的日子填在案件里。' : '用户完工报验后，会出现在待办里。'}
      </Text>
    </View>
    <CaseDocuments of={{ ...of, forms: [], documents: of.documents.filter(({ document }) => document === 'scheme') }} />
  </Screen>
)
