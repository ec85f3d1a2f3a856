import type { ResponseOf } from '@shared/contract'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef } from 'react'
import { staff } from '@/api'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Freshness } from '@/ui/Freshness'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useKeptView } from '@/useKeptView'
import { goStaff } from '../go'
import { Alarms } from './Alarms'
import { Counts } from './Counts'
import { OpenCase } from './OpenCase'
import '../staff.scss'

type Overview = ResponseOf<'staff', 'overview'>
const REFRESH_MS = 60_000

/** 看板: what is late, what soon will be, and every open case by its day; or only those with a 用时异常. */
export default function OverviewPage() {
  const only = useRouter().params.only === 'troubled' ? 'troubled' : 'all'
  const pages = useRef(1)
  const view = useKeptView(`overview.${only}`, () => loadPages(pages.current, only), { everyMs: REFRESH_MS })
  const shown = view.shown
  const rows = shown?.cases.rows ?? []
  // What is late already stands before every figure; the rest by its day.
  const late = only === 'all' ? rows.filter(({ standing }) => standing === 'overdue') : []
  const rest = rows.filter((row) => !late.includes(row))
  const more = () => {
    pages.current += 1
    return view.reload()
  }
  return (
    <Screen title={only === 'all' ? '看板' : '用时异常'} wide>
      <Freshness of={view} />
      {!shown && view.loading ? (
        <>
          <Skeleton promise lines={1} />
          <Skeleton lines={5} />
        </>
      ) : null}
      {shown ? (
        <>
          {only === 'all' ? (
            <>
              <Alarms of={shown} />
              {late.length > 0 ? (
                <Card title='已超时' aside='先办这些'>
                  <Cases rows={late} />
                </Card>
              ) : null}
              <Counts counts={shown.counts} away={shown.away} />
            </>
          ) : null}
          <Card title={only === 'all' ? '在办申请' : '有用时异常的申请'} aside='按最晚的一天排'>
            {rest.length === 0 ? (
              <Text className='muted'>
                {only === 'troubled'
                  ? '现在没有用时异常。'
                  : late.length > 0
                    ? '没有别的在办申请。'
                    : '现在没有在办申请。'}
              </Text>
            ) : null}
            <Cases rows={rest} />
          </Card>
          {shown.cases.next ? (
            <Action kind='plain' onTap={more} busyText='正在取…'>
              再看一些
            </Action>
          ) : null}
        </>
      ) : null}
    </Screen>
  )
}

const Cases = ({ rows }: { rows: Overview['cases']['rows'] }) => (
  <>
    {rows.map((row) => (
      <OpenCase
        key={row.id}
        of={row}
        open={() => void goStaff('case', { id: row.id })}
        openLedger={() => void goStaff('ledger', { id: row.id })}
      />
    ))}
  </>
)

/** All the pages opened so far, afresh; the figures are those of the last answer. */
async function loadPages(count: number, only: 'all' | 'troubled'): Promise<Overview> {
  let answer = await staff('overview', { after: null, only })
  const rows = [...answer.cases.rows]
  for (let page = 1; page < count && answer.cases.next !== null; page += 1) {
    answer = await staff('overview', { after: answer.cases.next, only })
    const known = new Set(rows.map(({ id }) => id))
    rows.push(...answer.cases.rows.filter(({ id }) => !known.has(id)))
  }
  return { ...answer, cases: { rows, next: answer.cases.next } }
}
