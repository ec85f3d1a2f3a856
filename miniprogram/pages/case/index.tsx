import type { TimelineStep } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { spokenDay, spokenInstant } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { applicant } from '@/api'
import { NotifyMe } from '@/case/NotifyMe'
import { OutcomeCard } from '@/case/OutcomeCard'
import { SignedForms } from '@/case/SignedForms'
import { WantedPaper } from '@/case/WantedPaper'
import { Withdraw } from '@/case/Withdraw'
import { go, goHome } from '@/go'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Materials } from '@/ui/Materials'
import { FailureNotice, Notice } from '@/ui/Notice'
import { PromiseCard } from '@/ui/PromiseCard'
import { Row } from '@/ui/Row'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { type Step, Timeline } from '@/ui/Timeline'
import { useView } from '@/useView'

const POLL_MS = 10_000

/** A step's own time, or by when it will be. */
export function stepOf({ key, title, state, at, plannedDay, note }: TimelineStep): Step {
  const when = at !== null ? spokenInstant(at) : plannedDay ? `最晚 ${spokenDay(plannedDay)}` : null
  return { key, title, state, when, note }
}

/** 一件申请: the promise, who does what next, what is still wanted, and every step with its time. */
export default function Case() {
  const { id = '', fresh } = useRouter().params
  const { data, failure, reload, replace } = useView(() => applicant('case', { id }), POLL_MS)

  if (!data)
    return (
      <Screen title='我的申请'>
        {failure ? <FailureNotice failure={failure} retry={reload} /> : <Skeleton promise lines={2} />}
        {failure ? (
          <Action kind='quiet' onTap={goHome}>
            回首页
          </Action>
        ) : (
          <Skeleton lines={5} />
        )}
      </Screen>
    )

  const { promise, manager, materials, timeline, outcome, acceptedAt } = data
  const running = !isClosed(data.status)
  const wanted = materials.some(({ state }) => state === 'wanted')
  return (
    <Screen title='我的申请'>
      {fresh && (data.status === 'submitted' || data.status === 'accepted') ? (
        <Notice
          title={acceptedAt === null ? '申请收到了' : '受理好了'}
          text={acceptedAt === null ? '客户经理今天会和您核对身份。' : '一张证件就够，已经开始为您办理。'}
        />
      ) : null}
      <FailureNotice failure={failure} retry={reload} />
      <PromiseCard of={data}>
        {promise && running && promise.earlierDay ? (
          <Text className='promise__note'>上门勘察后，如果不用架外线，会提前到{spokenDay(promise.earlierDay)}。</Text>
        ) : null}
        {promise ? (
          <View className='gap'>
            <Action kind='plain' icon='calendar' onTap={() => go('why', { id })}>
              {running ? '为什么是这一天' : '承诺的日子怎么算的'}
            </Action>
          </View>
        ) : null}
      </PromiseCard>
      {outcome ? <OutcomeCard outcome={outcome} /> : null}
      {manager ? (
        <Card title='您的客户经理'>
          <Row
            icon='phone'
            text={manager.name}
            // A number is not broken over two lines, also in large type.
            note={`点一下拨打 ${manager.phone.replace(/-/g, '\u2011')}`}
            onTap={() => platform.dial(manager.phone)}
          />
        </Card>
      ) : null}
      {materials.length > 0 ? (
        <Card title={wanted ? '还差这些' : '材料齐了'} aside='只要这些，多一份都不用'>
          <Materials
            materials={materials}
            whenWanted={
              running ? (material) => <WantedPaper of={data} material={material} onSent={replace} /> : undefined
            }
          />
        </Card>
      ) : null}
      {running ? <NotifyMe /> : null}
      <Card title='办到哪一步了' className='gap'>
        <Timeline steps={timeline.map(stepOf)} />
      </Card>
      <Card title='申请内容'>
        <Facts
          rows={[
            ['申请人', data.applicant.name],
            ['证件号', data.applicant.number],
            [data.byAgent ? '经办人' : '联系人', data.contact.name],
            ['用电地址', data.address],
            ['用电容量', data.capacityKva === null ? null : `${data.capacityKva} 千伏安`],
            ['电表位置', data.meterPosition],
            ['电表号', data.meterNumber],
            ['申请编号', data.id],
          ]}
        />
        {running ? (
          <Action kind='quiet' icon='pen' onTap={() => go('correct', { id })}>
            有错，更正并重新签名
          </Action>
        ) : null}
        <SignedForms own id={data.id} forms={data.forms} />
      </Card>
      {running ? <Withdraw id={id} onDone={replace} /> : null}
    </Screen>
  )
}
