import type { CaseCard } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { beijingDay } from '@shared/time/localDate'
import { shortDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { applicant } from '@/api'
import { useWorkOn } from '@/apply/AtCounter'
import { type currentDraft, discardDraft, hasDraft, meetDraft, SUBMIT, useDraft } from '@/apply/draft'
import { LostPapers } from '@/apply/LostPapers'
import { asFailure, type Failure } from '@/failure'
import { go, goOn, goPublic, goTasks, type Page } from '@/go'
import { onSettled } from '@/outbox/delivery'
import { EntryNotice } from '@/outbox/EntryNotice'
import { entryOf } from '@/outbox/entries'
import { allStored, useKept } from '@/outbox/storage'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { ElderToggle } from '@/ui/ElderToggle'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice } from '@/ui/Notice'
import { PromiseCard } from '@/ui/PromiseCard'
import { Row } from '@/ui/Row'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { heading } from '@/ui/speak'
import { standingLook } from '@/ui/standing'
import { useKeptView } from '@/useKeptView'

const POLL_MS = 10_000
const PAGE_OF_STEP: Record<ReturnType<typeof currentDraft>['step'], Page> = {
  certificate: 'apply-certificate',
  place: 'apply-place',
  sign: 'apply-sign',
}

async function load() {
  const home = await applicant('home', {})
  meetDraft(home.draft)
  if (home.lastContact) platform.personal.set('phone', home.lastContact.phone)
  return home
}

/** So many running cases leave the help below them in reach; of more it stands above. */
const FEW = 2

/** '2025年3月1日按时通电'; one taken back has the day of its application. */
const closedWhen = ({ energizedAt, submittedAt, ...card }: CaseCard): string => {
  const day = beijingDay(energizedAt ?? submittedAt)
  return `${day.slice(0, 4)}年${shortDay(day)}${energizedAt ? '' : '申请，'}${standingLook(card).text}`
}

/** 首页: one large action, then every case as a promise. */
export default function Home() {
  useWorkOn('own')
  const view = useKeptView('home', load, { everyMs: POLL_MS })
  const { shown: data, failure, reload } = view
  const draft = useDraft()
  const handedIn = useKept(() => entryOf(SUBMIT))
  const stored = useKept(allStored)
  const [more, setMore] = useState<CaseCard[]>([])
  const [next, setNext] = useState<string | null | undefined>(undefined)
  const [failed, setFailed] = useState<Failure | null>(null)
  useEffect(() => onSettled(() => void reload()), [reload])
  useEffect(goOn, [])

  const after = next === undefined ? (data?.cases.next ?? null) : next
  const loadMore = async () => {
    try {
      const page = await applicant('cases', { after })
      setMore([...more, ...page.rows])
      setNext(page.next)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const startOver = () =>
    discardDraft().catch((thrown) => {
      setFailed(asFailure(thrown))
    })

  const first = data?.cases.rows ?? []
  const cards = [...first, ...more.filter(({ id }) => !first.some((card) => card.id === id))]
  const running = cards.filter(({ status }) => !isClosed(status))
  const closed = cards.filter(({ status }) => isClosed(status))
  const help = (
    <View className='card'>
      <Row icon='paper' text='需要什么材料' note='点三下就知道' onTap={() => goPublic('materials')} />
      <Row icon='book' text='办事指南' note='流程、材料、时限和依据' onTap={() => goPublic('guide')} />
      <ElderToggle />
      <Row icon='phone' text='95598' note='供电服务热线，24 小时' onTap={() => platform.dial('95598')} />
    </View>
  )

  return (
    <Screen title='一证办电' root>
      <View className='hero'>
        <Text className='headline' {...heading()}>
          一张证件，当天受理
        </Text>
        <Text className='lead'>不填表、不跑腿，几号通电说得清。</Text>
        <Action icon='bolt' onTap={() => go('apply-certificate')}>
          我要用电
        </Action>
      </View>
      {data?.staff ? (
        <View className='card'>
          <Row icon='check' text='待办' note='您是工作人员，工作从这里进' onTap={goTasks} />
        </View>
      ) : null}
      {handedIn ? (
        <EntryNotice entry={handedIn} />
      ) : hasDraft(draft) ? (
        <Card title='上次没办完的申请' aside={stored ? '已替您存好' : '还没存住'}>
          <Text className='lead'>
            {[draft.identity?.name, draft.place?.address].filter(Boolean).join(' · ') ||
              (draft.lost?.length ? '还没填完' : '证件照片已上传')}
          </Text>
          <LostPapers draft={draft} />
          <Action kind='plain' onTap={() => go(PAGE_OF_STEP[draft.step])}>
            继续上次的申请
          </Action>
          <Action kind='quiet' onTap={startOver}>
            不要了，删掉
          </Action>
        </Card>
      ) : null}
      <FailureNotice failure={failed} retry={reload} />
      <Freshness of={view} />
      {running.length > FEW ? help : null}
      {running.map((card) => (
        <PromiseCard key={card.id} of={card} onTap={() => go('case', { id: card.id })} />
      ))}
      {data || failure ? null : <Skeleton promise lines={2} />}
      {running.length > FEW ? null : help}
      {closed.length > 0 ? (
        <Card title='办完的'>
          {closed.map((card) => (
            <Row
              key={card.id}
              text={card.address}
              note={`${card.title}，${closedWhen(card)}`}
              onTap={() => go('case', { id: card.id })}
            />
          ))}
        </Card>
      ) : null}
      {after ? (
        <Action kind='quiet' onTap={loadMore}>
          看更早的申请
        </Action>
      ) : null}
    </Screen>
  )
}
