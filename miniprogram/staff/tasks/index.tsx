import type { ResponseOf } from '@shared/contract'
import type { TaskRow, TaskTotals } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { staff } from '@/api'
import { goOn } from '@/go'
import { onSettled } from '@/outbox/delivery'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { ElderToggle } from '@/ui/ElderToggle'
import { Freshness } from '@/ui/Freshness'
import { Row } from '@/ui/Row'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useKeptView } from '@/useKeptView'
import { useView } from '@/useView'
import { goStaff } from '../go'
import { CoverBanner } from '../ui/CoverBanner'
import { type Me, NO_DISTRICT, useMe, withoutDistrict } from '../ui/useMe'
import { DeskTools } from './DeskTools'
import { fetchAhead } from './fetchAhead'
import { NotifyMe, notifyTemplates } from './NotifyMe'
import { RefusedEntries } from './RefusedEntries'
import { TaskGroups } from './TaskGroups'
import '../staff.scss'

const REFRESH_MS = 60_000

/** 待办: the account manager's first page. */
export default function Tasks() {
  const pages = useRef(1)
  const view = useKeptView('tasks', () => loadPages(pages.current), { everyMs: REFRESH_MS })
  const me = useMe()
  const templates = useView(notifyTemplates)
  const { reload } = view
  useEffect(() => onSettled(({ entry }) => void (entry.title && reload())), [reload])
  useEffect(() => {
    if (view.data) void fetchAhead(view.data.rows, view.data.next)
  }, [view.data])

  useEffect(goOn, [])

  const supervisor = me.shown?.role === 'supervisor'
  const rows = view.shown?.rows ?? []
  const more = () => {
    pages.current += 1
    return view.reload()
  }
  return (
    <Screen title='待办' root wide>
      <Freshness of={view} />
      {me.shown ? <CoverBanner of={me.shown} /> : null}
      {me.shown ? (
        <View className='hello'>
          <Text className='headline'>{me.shown.name}，您好</Text>
          <Text className='lead'>{view.shown ? summary(view.shown.totals) : '正在取待办…'}</Text>
        </View>
      ) : null}
      <RefusedEntries />
      {supervisor ? (
        <Card>
          <Row icon='paper' text='看板' note='全部在办申请，超时和快到期的' onTap={() => void goStaff('overview')} />
        </Card>
      ) : null}
      {!view.shown && view.loading ? (
        <>
          <Skeleton promise />
          <Skeleton promise />
        </>
      ) : null}
      {view.shown && rows.length === 0 ? <Empty me={me.shown} /> : null}
      {view.shown ? <TaskGroups rows={rows} totals={view.shown.totals} /> : null}
      {view.shown?.next ? (
        <Action kind='plain' onTap={more} busyText='正在取…'>
          再看一些
        </Action>
      ) : null}
      <View className='tasks__tools gap'>
        {me.shown ? <DeskTools role={me.shown.role} /> : null}
        <NotifyMe templates={templates.data ?? []} />
        <Card>
          <ElderToggle />
        </Card>
      </View>
    </Screen>
  )
}

const Empty = ({ me }: { me: Me | null }) => (
  <Card className='empty'>
    <Text className='empty__title'>现在没有待办</Text>
    <Text className='muted'>{whereWorkComesFrom(me)}</Text>
  </Card>
)

function whereWorkComesFrom(me: Me | null): string {
  if (me?.role === 'supervisor') return '全部申请在看板里。'
  return me && withoutDistrict(me) ? NO_DISTRICT : '有新的申请分给您时，会出现在这里。'
}

function summary({ all, overdue, dueSoon }: TaskTotals): string {
  if (all === 0) return '手头都办完了'
  const parts = [overdue > 0 ? `${overdue}件已超时` : '', dueSoon > 0 ? `${dueSoon}件今天到期` : '', `共${all}件`]
  return parts.filter(Boolean).join('，')
}

/** All the pages opened so far, afresh: a row that moved up is shown once. */
async function loadPages(count: number): Promise<ResponseOf<'staff', 'tasks'>> {
  let rows: TaskRow[] = []
  let next: string | null = null
  let totals: TaskTotals = { all: 0, overdue: 0, dueSoon: 0 }
  for (let page = 0; page < count; page += 1) {
    const answer: ResponseOf<'staff', 'tasks'> = await staff('tasks', { after: next })
    const known = new Set(rows.map(({ id }) => id))
    rows = [...rows, ...answer.rows.filter(({ id }) => !known.has(id))]
    next = answer.next
    totals = answer.totals
    if (next === null) break
  }
  return { rows, next, totals }
}
