import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import type { ChosenPoint } from '../sheet/Sheet'
import { nameToday, usePoints } from './usePoints'

interface Props {
  district: string
  /** '主供' or '备用' where there are two sources. */
  source?: '主供' | '备用'
  entry: ChosenPoint
  edit: (change: Partial<ChosenPoint>) => void
}

/** More do not fit a look; a word narrows them down. */
const SHOWN = 6

/** 接入点: one the district's list knows, or a new one by its line and pole. */
export function PointChoice({ district, source, entry: { point, line, pole }, edit }: Props) {
  const named = (title: string) => (source ? `${source}${title}` : title)
  const { shown, loading } = usePoints(district)
  const [sought, setSought] = useState('')
  const all = (shown ?? []).map((one) => {
    const { line, pole } = nameToday(one)
    return { value: one.id, text: `${line} ${pole}` }
  })
  const fitting = all.filter(({ text }) =>
    sought
      .trim()
      .split(/\s+/)
      .every((word) => text.includes(word)),
  )
  const listed = fitting.slice(0, SHOWN)
  // What was chosen stays in sight whatever is looked for.
  const chosen = all.find(({ value }) => value === point)
  const options = chosen && !listed.includes(chosen) ? [chosen, ...listed] : listed
  // Where there is no list there is nothing to choose from.
  const typing = point === '' || (all.length === 0 && !loading)
  return (
    <Card className='snug-last' title={named('接在哪里')} aside={district}>
      {all.length > SHOWN ? (
        <Field
          label={source ? `找${source}的线路或杆号` : '找线路或杆号'}
          value={sought}
          onChange={setSought}
          maxLength={40}
          placeholder='例如：河东线'
        />
      ) : null}
      {all.length > 0 ? (
        <>
          <Choice
            label={named('接入点')}
            options={[...options, { value: '', text: '列表里没有，自己填' }]}
            value={point}
            onChange={(id) => edit({ point: id })}
          />
          {fitting.length > SHOWN ? (
            <Text className='muted small block'>还有{fitting.length - SHOWN}处，写几个字就能找到。</Text>
          ) : null}
        </>
      ) : loading ? (
        <Text className='muted block'>正在取接入点列表…</Text>
      ) : null}
      {typing ? (
        <View>
          <Field
            label={named('线路')}
            value={line}
            onChange={(words) => edit({ point: '', line: words })}
            maxLength={40}
            placeholder='例如：10千伏河东线'
          />
          <Field
            label={named('杆号')}
            value={pole}
            onChange={(words) => edit({ point: '', pole: words })}
            maxLength={40}
            placeholder='例如：12号杆'
          />
        </View>
      ) : null}
    </Card>
  )
}
