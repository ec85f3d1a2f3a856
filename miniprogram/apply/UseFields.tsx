import type { SupplySource } from '@shared/contract/vocabulary'
import { sourcesWorthAsking } from '@shared/rules/supply'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { changeDraft, useDraft } from './draft'

/** Capacities as things people know, in kVA. */
const KNOWN = [
  { value: 8, text: '小店', note: '便利店、理发店、早餐店，约 8 千伏安' },
  { value: 30, text: '餐馆', note: '带厨房和空调，约 30 千伏安' },
  { value: 80, text: '作坊', note: '有电机、烤箱、冷库，约 80 千伏安' },
  { value: 400, text: '工厂、商场', note: '要自己建变压器，约 400 千伏安' },
]
/** Stands for a capacity typed by hand. */
const OWN = 0
const LARGEST_KVA = 100_000

/** What the power is for; a business says how much in words it knows. */
export function UseFields({ strict }: { strict: boolean }) {
  const { use, capacityKva, sources = 'single' } = useDraft()
  const known = KNOWN.some(({ value }) => value === capacityKva)
  const [own, setOwn] = useState(Boolean(capacityKva) && !known)
  const [typed, setTyped] = useState(own && capacityKva ? String(capacityKva) : '')

  const setCapacity = (kva: number | undefined) => {
    const ask = sourcesWorthAsking({ applicantKind: 'business', capacityKva: kva ?? null })
    const stays = (sources === 'dual' && ask.dual) || (sources === 'over35kV' && ask.over35kV)
    // An answer to a question that is not asked any more must not stay behind.
    changeDraft({ capacityKva: kva, sources: stays ? sources : undefined })
  }
  const type = (value: string) => {
    setTyped(value)
    const kva = Number(value)
    setCapacity(kva > 0 && kva <= LARGEST_KVA ? kva : undefined)
  }
  const ask = sourcesWorthAsking({ applicantKind: use ?? 'household', capacityKva: capacityKva ?? null })
  return (
    <View className='card'>
      <Choice
        label='做什么用'
        missing={strict && !use}
        options={[
          { value: 'household', text: '家里用', note: '住宅、宿舍' },
          { value: 'business', text: '做生意用', note: '店铺、餐馆、作坊、工厂、办公室' },
        ]}
        value={use ?? null}
        onChange={(chosen) =>
          changeDraft({
            use: chosen as 'household' | 'business',
            capacityKva: chosen === 'household' ? null : undefined,
            sources: undefined,
          })
        }
      />
      {use === 'business' ? (
        <Choice
          label='大概用多少电'
          missing={strict && !capacityKva && !own}
          options={[...KNOWN, { value: OWN, text: '我知道容量', note: '填千伏安数' }]}
          value={own ? OWN : (capacityKva ?? null)}
          onChange={(chosen) => {
            setOwn(chosen === OWN)
            if (chosen === OWN) type('')
            else setCapacity(chosen)
          }}
        />
      ) : null}
      {use === 'business' && own ? (
        <Field
          label='用电容量（千伏安）'
          typed='amount'
          kind='decimal'
          value={typed}
          hint='变压器铭牌或设计图上写着；160 以内免费装表到户'
          error={strict && !capacityKva ? '请填写大于 0 的数字' : null}
          onChange={type}
        />
      ) : null}
      {ask.dual ? (
        <Choice
          label='要不要两路电源'
          options={[
            { value: 'single', text: '一路就够', note: '多数工厂、商场都是一路' },
            { value: 'dual', text: '要两路', note: '一路停了，另一路顶上；医院、数据中心这类停不得电的' },
            ...(ask.over35kV
              ? [{ value: 'over35kV', text: '要 35 千伏及以上', note: '用电特别大的，单独拉专线' }]
              : []),
          ]}
          value={sources}
          onChange={(chosen) => changeDraft({ sources: chosen as SupplySource })}
        />
      ) : null}
    </View>
  )
}
