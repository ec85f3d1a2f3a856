import type { ResponseOf } from '@shared/contract'
import { Text } from '@tarojs/components'
import { useRef } from 'react'
import { staff } from '@/api'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Freshness } from '@/ui/Freshness'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useKeptView } from '@/useKeptView'
import { goStaff } from '../go'
import { Alarms, Counts } from '../ui/Counts'
import { OpenCase } from '../ui/OpenCase'
import '../staff.scss'

type Overview = ResponseOf<'staff', 'overview'>
const REFRESH_MS = 60_000

/** 看板: what is late, what soon will be, and every open case by its day. */
export default function OverviewPage() {
  const pages = useRef(1)
  const view = useKeptView('overview', () => loadPages(pages.current), { everyMs: REFRESH_MS })
  const shown = view.shown
  const more = () => {
    pages.current += 1
    return view.reload()
  }
  return (
    <Screen title='看板' wide>
      <Freshness of={view} />
      {!shown && view.loading ? (
        <>
          <Skeleton promise lines={1} />
          <Skeleton lines={5} />
        </>
      ) : null}
      {shown ? (
        <>
          <Alarms overdue={shown.overdue} dueSoon={shown.dueSoon} />
          <Counts counts={shown.counts} />
          <Card title='在办申请' aside='按最晚通电日排'>
            {shown.cases.rows.length === 0 ? <Text className='muted'>现在没有在办申请。</Text> : null}
            {shown.cases.rows.map((row) => (
              <OpenCase
                key={row.id}
                of={row}
                open={() => void goStaff('case', { id: row.id })}
                openLedger={() => void goStaff('ledger', { id: row.id })}
              />
            ))}
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

/** All the pages opened so far, afresh; the figures are those of the last answer. */
async function loadPages(count: number): Promise<Overview> {
  let answer = await staff('overview', { after: null })
  const rows = [...answer.cases.rows]
  for (let page = 1; page < count && answer.cases.next !== null; page += 1) {
    answer = await staff('overview', { after: answer.cases.next })
    const known = new Set(rows.map(({ id }) => id))
    rows.push(...answer.cases.rows.filter(({ id }) => !known.has(id)))
  }
  return { ...answer, cases: { rows, next: answer.cases.next } }
}
