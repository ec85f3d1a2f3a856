import type { CaseView, PromiseView } from '@shared/contract/case'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { goService } from '@/go'
import { CalendarStrip, countedFrom } from '@/ui/CalendarStrip'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Row } from '@/ui/Row'

/** 为什么是这一天: every day counted or skipped, the rule behind it, and whose time it is. */
export default function Why() {
  return (
    <CaseScreen title='为什么是这一天'>
      {(of) => (of.promise && of.status !== 'withdrawn' ? <Reasons of={of} promise={of.promise} /> : <NoDay of={of} />)}
    </CaseScreen>
  )
}

/** Before acceptance, and while it is the customer's turn. */
const NoDay = ({ of }: { of: CaseView }) =>
  of.time?.pause ? (
    <>
      <Notice
        title='现在是您的时间'
        text={`供电公司的承诺这段时间不走。您完工或改好后报验，就从报验那天接着算，并告诉您最晚哪天${of.end}。`}
      />
      <View className='card'>
        <Row icon='clock' text='看每一段是谁的时间' onTap={() => goService('time', of.id)} />
      </View>
    </>
  ) : (
    <Notice text={notNow(of, '受理之后才开始计算日期，受理当天就会告诉您。')} />
  )

const LINE = new Map<boolean | null, string>([
  [true, '勘察确认需要架设外线，按有外线计算。'],
  [false, '勘察确认不需要架设外线，按没有外线计算。'],
  [null, '还没上门勘察，先按需要架设外线计算。'],
])

function Reasons({ of, promise }: { of: CaseView; promise: PromiseView }) {
  const { promised, customerClass } = of
  const highVoltage = customerClass === 'hvSingle' || customerClass === 'hvDual'
  const from = countedFrom(of, promise)
  const stopped = promise.days.some(({ reason }) => reason.startsWith('停表'))
  return (
    <View>
      <View className='card promise'>
        <Text className='promise__lead'>承诺最晚{promised}</Text>
        <Text className='promise__when'>{spokenDay(promise.dueDay, promise.provisional)}</Text>
        <Text className='promise__next'>
          {promise.limit.authority}的规定：从{from}到{promised}，{promise.limit.limit}。
          {highVoltage ? '' : LINE.get(promise.externalLine)}
        </Text>
        {promise.late ? <Text className='promise__note'>{lateness(of, promise.late)}</Text> : null}
        {promise.earlierDay ? (
          <Text className='promise__note'>
            不用架外线的话，是{spokenDay(promise.earlierDay, promise.earlierProvisional)}
            {promise.earlierPassed ? '，已经过了' : ''}。
          </Text>
        ) : null}
        {stopped ? (
          <Text className='promise__note'>
            写着“停表”的是您施工或整改的日子，不算供电公司用的时间，也不扣您的承诺。
          </Text>
        ) : null}
      </View>
      {promise.provisional ? (
        <Notice
          tone='soon'
          text='这段时间里有一年的放假安排还没公布，先按已知的算；公布后可能提前，也可能推后，马上通知您。'
        />
      ) : null}
      <Card title={`一共${of.road.length}个环节`}>
        {of.road.map(({ number, title, state }) => (
          <Text key={number} className={`block ${state === 'now' ? 'strong' : ''}`}>
            {number} {title}
            {state === 'now' ? '，这一天说的就是这个环节' : state === 'done' ? '，已完成' : ''}
          </Text>
        ))}
        <Text className='block muted small gap'>{NOT_NEEDED}。</Text>
      </Card>
      <Card title='一天一天数'>
        <CalendarStrip
          startDay={promise.startDay}
          days={promise.days}
          dueDay={promise.dueDay}
          from={from}
          what={promised}
        />
      </Card>
      <Card title='依据'>
        <LimitRow limit={promise.limit} />
        {promise.others.map((limit) => (
          <LimitRow key={`${limit.authority}${limit.limit}${limit.source}`} limit={limit} />
        ))}
        {promise.notices.length > 0 ? (
          <Text className='block muted small gap'>放假和调休按：{promise.notices.join('、')}。</Text>
        ) : null}
        <Text className='block muted small gap'>几级规定同时适用时，按最快的向您承诺。</Text>
      </Card>
      <Card title='这是谁的时间'>
        <Text className='block'>
          {highVoltage
            ? `从受理到答复方案，从报验到${of.end}，都算供电公司的时间。`
            : `从受理到${of.end}，都算供电公司的时间。`}
        </Text>
        <Text className='block muted'>您补材料、约时间，都不会让钟停下来。</Text>
      </Card>
    </View>
  )
}

/** How late it is, or was. */
function lateness({ energizedAt, end }: CaseView, { workingDays, until }: NonNullable<PromiseView['late']>): string {
  const much = workingDays > 0 ? `晚了${workingDays}个工作日` : '晚了，还不到1个工作日'
  return energizedAt === null ? `到今天${much}，对不起。` : `${spokenDay(until)}才${end}，${much}，对不起。`
}

const LimitRow = ({ limit: { authority, limit, dueDay, provisional, source } }: { limit: PromiseView['limit'] }) => (
  <View className='mat'>
    <Text className='block strong'>{authority}</Text>
    <Text className='block'>{limit}</Text>
    <Text className='block muted small'>按它算，最晚{spokenDay(dueDay, provisional)}</Text>
    <Text className='block muted small'>{source}</Text>
  </View>
)
