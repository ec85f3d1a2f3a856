import type { CaseView } from '@shared/contract/case'
import type { AnomalyView, TimeView } from '@shared/contract/details'
import { isClosed } from '@shared/flow/state'
import { shortDay, spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { CaseScreen } from '@/case/CaseScreen'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { nameOfParty, TimeBar } from '@/ui/TimeBar'
import '../service.scss'

/** 谁的时间: whose days they were, what was left out of the promise and why, what got in the way, and the whole record. */
export default function Time() {
  return (
    <CaseScreen title='时间和记录'>
      {({ time, anomalies, history, status, end }) => (
        <>
          {time ? <Whose time={time} end={end} /> : <Notice text='受理之后才开始计时，受理当天就会告诉您。' />}
          {anomalies.length > 0 ? <Anomalies anomalies={anomalies} over={isClosed(status)} /> : null}
          <History history={history} />
        </>
      )}
    </CaseScreen>
  )
}

const Whose = ({ time: { days, stops, pause }, end }: { time: TimeView; end: string }) => (
  <Card title='谁的时间' aside='受理以来'>
    <TimeBar days={days} />
    {pause ? (
      <Notice
        text={`${spokenInstant(pause.since)}起是${nameOfParty(pause.party)}的时间：${pause.title}。不占供电公司的承诺。`}
      />
    ) : null}
    {stops.map(({ party, title, from, to, evidence }) => (
      <View key={`${from}${title}`} className='mat'>
        <View className='mat__head'>
          <Text className='mat__title'>{title}</Text>
          <Text className='mat__state'>{nameOfParty(party)}</Text>
        </View>
        <Text className='block numbers'>
          {shortDay(from)}起{to ? `，到${shortDay(to)}` : '，还没结束'}
        </Text>
        <Text className='block muted small'>凭据：{evidence}</Text>
      </View>
    ))}
    <Text className='block muted small gap'>
      {stops.length > 0
        ? '上面列出的几段不算在承诺里，其余都算供电公司的时间。'
        : `从受理到${end}，都算供电公司的时间。您补材料、约时间，都不会让钟停下来。`}
    </Text>
  </Card>
)

/** `over`: the case has ended, and what was in its way with it. */
const Anomalies = ({ anomalies, over }: { anomalies: AnomalyView[]; over: boolean }) => (
  <Card title='路上遇到的事' aside='不会让钟停下来'>
    {anomalies.map(({ number, title, party, at, resolvedAt }) => (
      <View key={number} className='mat'>
        <View className='mat__head'>
          <Text className='mat__title'>{title}</Text>
          <Text className={`mat__state ${resolvedAt === null && !over ? 'mat__state--wanted' : ''}`}>
            {resolvedAt === null && !over ? '还没解决' : '已过去'}
          </Text>
        </View>
        <Text className='block muted small numbers'>
          {nameOfParty(party)}的事，{spokenInstant(at)}记下
          {resolvedAt === null ? '' : `，${spokenInstant(resolvedAt)}解决`}
        </Text>
      </View>
    ))}
  </Card>
)

const History = ({ history }: Pick<CaseView, 'history'>) => (
  <Card title='每一步的记录'>
    {history.map(({ seq, at, text }) => (
      <View key={seq} className='mat'>
        <Text className='block'>{text}</Text>
        <Text className='block muted small numbers'>{spokenInstant(at)}</Text>
      </View>
    ))}
  </Card>
)
