import type { CaseView } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { CaseScreen } from '@/case/CaseScreen'
import { ManagerCard } from '@/case/ManagerCard'
import { NotifyMe } from '@/case/NotifyMe'
import { OutcomeCard } from '@/case/OutcomeCard'
import { Papers } from '@/case/Papers'
import { PromisedCard } from '@/case/PromisedCard'
import { Rating } from '@/case/Rating'
import { SignedForms } from '@/case/SignedForms'
import { stepOf } from '@/case/stepOf'
import { TimeQuestion } from '@/case/TimeQuestion'
import { Withdraw } from '@/case/Withdraw'
import { goService } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Notice } from '@/ui/Notice'
import { Row } from '@/ui/Row'
import { TimeBar } from '@/ui/TimeBar'
import { Timeline } from '@/ui/Timeline'

const POLL_MS = 10_000

/** 一件申请: the promise, who does what next, what is still wanted, and every step with its time. */
export default function Case() {
  const { fresh, corrected } = useRouter().params
  return (
    <CaseScreen title='我的申请' everyMs={POLL_MS} foot={mainAction}>
      {(of, replace) => (
        <>
          {fresh && (of.status === 'submitted' || of.status === 'accepted') ? <Received of={of} /> : null}
          {corrected ? <Notice title='改好了' text='重新签的申请书已经收到，原来那份也留着。' /> : null}
          <PromisedCard of={of} />
          {of.outcome ? <OutcomeCard outcome={of.outcome} end={of.end} /> : null}
          <TimeQuestion of={of} onDone={replace} />
          <Rating of={of} onDone={replace} />
          <ManagerCard of={of} onDone={replace} />
          <Papers of={of} replace={replace} />
          {isClosed(of.status) ? null : <NotifyMe />}
          <Progress of={of} />
          <More of={of} />
          <Contents of={of} />
          {isClosed(of.status) ? null : <Withdraw id={of.id} onDone={replace} />}
        </>
      )}
    </CaseScreen>
  )
}

/** What only the applicant can do now; everything else is the utility's. */
function mainAction({ id, status, actions }: CaseView) {
  if (!actions.includes('requestInspection')) return undefined
  return (
    <Action onTap={() => goService('inspection', id)}>
      {status === 'remedying' ? '看问题清单，重新报验' : '完工了，申请竣工检验'}
    </Action>
  )
}

const Received = ({ of: { acceptedAt } }: { of: CaseView }) => (
  <Notice
    title={acceptedAt === null ? '申请收到了' : '受理好了'}
    text={acceptedAt === null ? '客户经理会和您核对身份。' : '一张证件就够，已经开始为您办理。'}
  />
)

function Progress({ of }: { of: CaseView }) {
  const { id, road, time } = of
  return (
    <>
      <Card title='办到哪一步了' aside={`一共${road.length}个环节`} className='gap'>
        <Timeline road={road} words={stepOf(of)} />
      </Card>
      {time ? (
        <Card title='谁的时间' aside='受理以来'>
          <TimeBar days={time.days} />
          <Row icon='clock' text='看每一段时间和记录' onTap={() => goService('time', id)} />
        </Card>
      ) : null}
    </>
  )
}

/** What is a tap away: documents, the scheme once it is not the news of the day, and complaints. */
function More({ of }: { of: CaseView }) {
  const { id, documents, scheme, rounds, complaints, actions, status } = of
  if (status === 'withdrawn' && complaints.length === 0) return null
  const lists = rounds.some(({ problems }) => problems?.length)
  const answered = complaints.filter(({ answeredAt }) => answeredAt !== null).length
  return (
    <View className='card'>
      {scheme && status !== 'replied' && status !== 'withdrawn' ? (
        <Row icon='paper' text='供电方案' onTap={() => goService('scheme', id)} />
      ) : null}
      {lists && status !== 'remedying' && status !== 'withdrawn' ? (
        <Row icon='check' text='检验和整改情况' onTap={() => goService('inspection', id)} />
      ) : null}
      {documents.length > 0 ? (
        <Row
          icon='book'
          text='文书'
          note={documents.map(({ title }) => title).join('、')}
          onTap={() => goService('documents', id)}
        />
      ) : null}
      {actions.includes('complain') || complaints.length > 0 ? (
        <Row
          icon='talk'
          text='投诉'
          note={
            complaints.length > 0 ? `提过 ${complaints.length} 条，答复了 ${answered} 条` : '主管来答复，不经客户经理'
          }
          onTap={() => goService('complain', id)}
        />
      ) : null}
    </View>
  )
}

const Contents = ({ of }: { of: CaseView }) => (
  <Card title='申请内容'>
    <Facts
      rows={[
        ['申请人', of.applicant.name],
        ['证件号', of.applicant.number],
        [of.byAgent ? '经办人' : '联系人', of.contact.name],
        ['用电地址', of.address],
        ['用电容量', of.capacityKva === null ? null : `${of.capacityKva} 千伏安`],
        ['怎么办理', of.whyClass],
        ['电表位置', of.meterPosition],
        ['电表号', of.meterNumber],
        ['申请编号', of.id],
      ]}
    />
    {of.actions.includes('correct') ? (
      <Action kind='quiet' icon='pen' onTap={() => goService('correct', of.id)}>
        有错，更正并重新签名
      </Action>
    ) : null}
    <SignedForms own id={of.id} forms={of.forms} />
  </Card>
)
