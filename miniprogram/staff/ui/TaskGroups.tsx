import type { TaskRow, TaskTotals } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { speak } from '@/ui/speak'
import { goStaff } from '../go'
import type { Sheet } from '../sheet/Sheet'
import { TaskCard } from './TaskCard'

const GROUPS = [
  { key: 'overdue', title: '已超时' },
  { key: 'dueSoon', title: '今天到期' },
  { key: 'later', title: '之后' },
] as const

const groupOf = ({ standing }: TaskRow) => (standing === 'overdue' || standing === 'dueSoon' ? standing : 'later')

/** Rows by district, districts in the order of their most urgent row: one trip serves one district. */
function byDistrict(rows: TaskRow[]): [district: string, rows: TaskRow[]][] {
  const districts = new Map<string, TaskRow[]>()
  for (const row of rows) districts.set(row.district, [...(districts.get(row.district) ?? []), row])
  return [...districts]
}

/** The least slack first, and of equals what is due first: the server's pages come by due day. */
const bySlack = (a: TaskRow, b: TaskRow) => a.slack - b.slack || a.dueAt - b.dueAt

interface Props {
  rows: TaskRow[]
  totals: TaskTotals
  sheets: Sheet[]
}

const countOf = ({ all, overdue, dueSoon }: TaskTotals) => ({ overdue, dueSoon, later: all - overdue - dueSoon })

/** 待办 in three groups, each with how many there are, also of those not opened yet. */
export const TaskGroups = ({ rows, totals, sheets }: Props) => (
  <View>
    {GROUPS.map(({ key, title }) => {
      const mine = rows.filter((row) => groupOf(row) === key).sort(bySlack)
      if (mine.length === 0) return null
      return (
        <View key={key} className='tasks'>
          <Text className={`tasks__title tasks__title--${key}`} {...speak('heading')}>
            {title} · {countOf(totals)[key]}件
          </Text>
          {byDistrict(mine).map(([district, tasks]) => (
            <View key={district}>
              <Text className='tasks__district'>{district}</Text>
              <View className='tasks__grid'>
                {tasks.map((task) => (
                  <TaskCard
                    key={task.id}
                    task={task}
                    sheets={sheets.filter((sheet) => sheet.caseId === task.caseId)}
                    onTap={() => void goStaff(task.kind === 'complaint' ? 'complaint' : 'case', { id: task.caseId })}
                  />
                ))}
              </View>
            </View>
          ))}
        </View>
      )
    })}
  </View>
)
