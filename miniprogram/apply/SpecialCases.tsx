import { View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Choice, Tick } from '@/ui/Choice'
import { changeDraft, useDraft } from './draft'
import { asksForVat } from './submitApplication'
import { isHighVoltage } from './supplyAnswer'

/** What most people never need: opened by those it concerns, so that the others have nothing to fill in. */
export function SpecialCases() {
  const draft = useDraft()
  const { change = 'new', byAgent = false, vatInvoice = false, selfBuilt = false } = draft
  const highVoltage = isHighVoltage(draft)
  const [open, setOpen] = useState(change === 'increase' || byAgent || vatInvoice || selfBuilt)
  if (!open)
    return (
      <Action kind='quiet' onTap={() => setOpen(true)}>
        {highVoltage ? '替单位办、加大容量、要专用发票？' : '替别人办、加大容量、自建房没有证？'}
      </Action>
    )
  return (
    <View className='card'>
      <Choice
        label='新装还是加大'
        options={[
          { value: 'new', text: '新装用电' },
          {
            value: 'increase',
            text: '已经有电，要加大容量',
            note: highVoltage ? '材料和新装一样' : '只要身份证明，别的都不用交',
          },
        ]}
        value={change}
        onChange={(chosen) => changeDraft({ change: chosen as 'new' | 'increase' })}
      />
      <Choice
        label='谁来办'
        options={[
          { value: 'self', text: highVoltage ? '法定代表人自己办' : '用电人自己办' },
          {
            value: 'agent',
            text: highVoltage ? '我替单位办' : '我替别人办',
            note: highVoltage
              ? '证件是用电单位的，下面写您的姓名电话；授权委托书可以以后再拍'
              : '证件是用电人的，下面写您的姓名电话；不用另交委托书',
          },
        ]}
        value={byAgent ? 'agent' : 'self'}
        // Whoever was to be called was the customer: an agent writes their own name.
        onChange={(chosen) =>
          changeDraft({ byAgent: chosen === 'agent', contact: { name: chosen === 'agent' ? '' : undefined } })
        }
      />
      {change === 'new' && !highVoltage && !draft.property ? (
        <Tick
          text='城乡自建房，没有房产证明（改签一份承诺书，和申请书一起签）'
          on={selfBuilt}
          onChange={(on) => changeDraft({ selfBuilt: on })}
        />
      ) : null}
      {asksForVat(draft) ? (
        <Tick
          text='电费要开增值税专用发票（要交一般纳税人资格证）'
          on={vatInvoice}
          onChange={(on) => changeDraft({ vatInvoice: on })}
        />
      ) : null}
    </View>
  )
}
