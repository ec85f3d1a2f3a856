import type { CaseView } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { Text } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Materials } from '@/ui/Materials'
import { WantedPaper } from './WantedPaper'

/** By when what is still wanted is due, and how else it can be handed over: it holds nothing up, and power waits for it. */
const DUE = {
  visit: { word: '上门时交', how: '在这里拍照交，或者客户经理上门时一起取，都行。' },
  power: { word: '送电前交', how: '在这里拍照交，或者送电前交给客户经理，都行。' },
}

interface Props {
  of: CaseView
  replace: (view: CaseView) => void
}

/** 材料: exactly what this case asks for, each photographed here or handed over. */
export function Papers({ of, replace }: Props) {
  const { materials, status, actions } = of
  if (materials.length === 0) return null
  const wanted = materials.some(({ state }) => state === 'wanted')
  const due = status === 'submitted' || status === 'accepted' ? DUE.visit : DUE.power
  return (
    <Card title={wanted ? '还要交这些' : '材料齐了'} aside='只要这些，多一份都不用'>
      <Materials
        materials={materials}
        wanted={due.word}
        whenWanted={
          isClosed(status) ? undefined : (material) => <WantedPaper of={of} material={material} onSent={replace} />
        }
        whenReceived={
          actions.includes('replacePaper')
            ? // Handed in once more, it begins anew.
              (material) => (
                <WantedPaper key={material.received?.at} replaces of={of} material={material} onSent={replace} />
              )
            : undefined
        }
      />
      {wanted ? <Text className='block muted small'>{due.how}</Text> : null}
    </Card>
  )
}
