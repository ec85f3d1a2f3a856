import { setElder, useElder } from './elder'
import { Row } from './Row'

export function ElderToggle() {
  const elder = useElder()
  return (
    <Row
      icon='text'
      text={elder ? '换回标准字号' : '大字版'}
      note={elder ? '现在是大字版' : '字更大，看得更清楚'}
      onTap={() => setElder(!elder)}
    />
  )
}
