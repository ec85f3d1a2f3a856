import type { TaskRow, TaskTotals } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { heading } from '@/ui/speak'
import { goStaff } from '../go'
import { TaskCard } from './TaskCard'
import { taskGroups } from './taskOrder'

interface Props {
  rows: TaskRow[]
  totals: TaskTotals
}

const countOf = ({ all, overdue, dueSoon }: TaskTotals) => ({ overdue, dueSoon, later: all - overdue - dueSoon })

/** 待办 in three groups, each with how many there are, also of those not opened yet. */
export const TaskGroups = ({ rows, totals }: Props) => (
  <View>
    {taskGroups(rows).map(({ key, title, districts }) => (
      <View key={key} className='tasks'>
        <Text className={`tasks__title tasks__title--${key}`} {...heading()}>
          {title} · {countOf(totals)[key]}件
        </Text>
        {districts.map(([district, tasks]) => (
          <View key={district}>
            <Text className='tasks__district'>{district}</Text>
            <View className='tasks__grid'>
              {tasks.map((task) => (
                <TaskCard
                  key={task.id}
                  task={task}
                  onTap={() => void goStaff(task.kind === 'complaint' ? 'complaint' : 'case', { id: task.caseId })}
                />
              ))}
            </View>
          </View>
        ))}
      </View>
    ))}
  </View>
)
