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
  const [tried, setTried] = useState(false)
  const [newLine, newPole] = [line.trim(), pole.trim()]
  const same = newLine === now.line && newPole === now.pole
  const check = () => {
    setTried(true)
    if (newLine.length < 2 || newPole.length < 1 || same) return 'stop' as const
    return { ask: `改叫${newLine} ${newPole}？还是同一个接入点，已经答复的方案不用重做。` }
  }
  return (
    <>
      <Field
        label='线路'
        value={line}
        maxLength={40}
        error={tried && newLine.length < 2 ? '请填写线路名' : null}
        onChange={setLine}
      />
      <Field
        label='杆号'
        value={pole}
        maxLength={40}
        error={tried && newPole.length < 1 ? '请填写杆号' : tried && same ? '名字没有变' : null}
        onChange={setPole}
      />
      <DayStepper label='从哪天起叫新名' value={from} onChange={setFrom} />
      <SureAction
        icon='check'
        check={check}
        yes='改名'
        onSure={() => onRename({ from, line: newLine, pole: newPole })}
        busyText='正在改…'
      >
        改成新名
      </SureAction>
    </>
  )
}
