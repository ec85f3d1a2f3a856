import type { ConnectionPoint } from '@shared/contract'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { Disclosure } from '../ui/Disclosure'
import { useMe } from '../ui/useMe'
import { RenamePoint } from './RenamePoint'
import { usePoints } from './usePoints'
import '../staff.scss'

const CITY = LIUZHOU_DISTRICTS.map(({ name }) => name)

/** 接入点 of a district, what each was called from when, and a new name from a day on. */
export default function Points() {
  const me = useMe().shown
  // No districts named means the whole city.
  const mine = me && (me.districts.length > 0 ? me.districts : CITY)
  const [chosen, setChosen] = useState<string | null>(null)
  const district = chosen ?? mine?.[0] ?? null
  const { points, failure, loading, more, reload, replace } = usePoints(district)
  return (
    <Screen title='接入点'>
      {mine && mine.length > 1 ? (
        <Card>
          <Choice
            label='哪个县区'
            grid
            options={mine.map((name) => ({ value: name, text: name }))}
            value={district}
            onChange={setChosen}
          />
        </Card>
      ) : null}
      <FailureNotice failure={failure} retry={reload} />
      {!points && loading ? <Skeleton lines={4} /> : null}
      {points?.length === 0 ? (
        <Card className='empty'>
          <Text className='empty__title'>{district}还没有接入点</Text>
          <Text className='muted'>答复供电方案时填的线路和杆号，会记到这里。</Text>
        </Card>
      ) : null}
      {points?.map((point) => (
        <Point key={point.id} of={point} onRenamed={replace} />
      ))}
      {more ? (
        <Action kind='plain' onTap={more} busyText='正在取…'>
          再看一些
        </Action>
      ) : null}
    </Screen>
  )
}

/** What it is called today, its other names by their days, and the way to give it a new one. */
function Point({ of, onRenamed }: { of: ConnectionPoint; onRenamed: (point: ConnectionPoint) => void }) {
  const [renaming, setRenaming] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)
  const today = beijingDay(Date.now())
  const now = of.names.findLast(({ from }) => from <= today) ?? of.names[0]
  const rename = async (name: { from: string; line: string; pole: string }) => {
    setFailed(null)
    try {
      onRenamed(await staff('renamePoint', { id: of.id, ...name }))
      setRenaming(false)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <Disclosure
      title={`${now.line} ${now.pole}`}
      note={of.names.length > 1 ? `改过${of.names.length - 1}次名` : undefined}
    >
      {of.names.map(({ from, line, pole }) => (
        <Text key={from} className='block names'>
          {from.slice(0, 4)}年{spokenDay(from)}起：{line} {pole}
        </Text>
      ))}
      <FailureNotice failure={failed} />
      {renaming ? (
        <RenamePoint now={now} today={today} onRename={rename} />
      ) : (
        <Action kind='plain' icon='pen' label={`给${now.line}${now.pole}改名`} onTap={() => setRenaming(true)}>
          改名
        </Action>
      )}
    </Disclosure>
  )
}
