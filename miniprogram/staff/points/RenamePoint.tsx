import { useState } from 'react'
import { Field } from '@/ui/Field'
import { DayStepper } from '../ui/DayStepper'
import { SureAction } from '../ui/SureAction'

interface Name {
  line: string
  pole: string
}
interface Props {
  now: Name
  today: string
  onRename: (name: Name & { from: string }) => Promise<void>
}

/** 线路杆号更名 from a day on; schemes answered before stay as they are. */
export function RenamePoint({ now, today, onRename }: Props) {
  const [line, setLine] = useState(now.line)
  const [pole, setPole] = useState(now.pole)
  const [from, setFrom] = useState(today)
  const [newLine, newPole] = [line.trim(), pole.trim()]
  const same = newLine === now.line && newPole === now.pole
  const missing = newLine.length < 2 ? '请填写线路名' : newPole.length < 1 ? '请填写杆号' : same ? '名字没有变' : null
  return (
    <>
      <Field label='线路' value={line} maxLength={40} onChange={setLine} />
      <Field label='杆号' value={pole} maxLength={40} onChange={setPole} />
      <DayStepper label='从哪天起叫新名' value={from} onChange={setFrom} />
      <SureAction
        icon='check'
        missing={missing}
        ask={`改叫${newLine} ${newPole}？还是同一个接入点，已经答复的方案不用重做。`}
        yes='改名'
        onSure={() => onRename({ from, line: newLine, pole: newPole })}
        busyText='正在改…'
      >
        改成新名
      </SureAction>
    </>
  )
}
