import { isPhone, PHONE_HINT } from '@shared/typed/phone'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Field } from '@/ui/Field'

interface Props {
  value: string
  onChange: (phone: string) => void
  hint?: string
  /** Shown only once the page asks for what is missing; a number that cannot be one any more is told at once. */
  error: string | null
}

/** What is wrong with a telephone number; null where nothing is. */
export const phoneError = (phone: string): string | null =>
  isPhone(phone) ? null : phone ? `号码不完整或多了。${PHONE_HINT}` : '请填写联系电话，客户经理上门前会打这个电话'

/** 联系电话: digits for the many, every other sign for a line with an extension or a number from elsewhere. */
export function PhoneField({ value, onChange, hint, error }: Props) {
  const [signs, setSigns] = useState(/[^\d]/.test(value))
  return (
    <>
      <Field
        label='联系电话'
        typed='phone'
        kind={signs ? 'text' : 'tel'}
        value={value}
        placeholder='手机号，或带区号的座机'
        hint={signs ? PHONE_HINT : hint}
        error={error}
        onChange={onChange}
      />
      {signs ? null : (
        <Action kind='quiet' onTap={() => setSigns(true)}>
          座机有分机，港澳台、国外号码？
        </Action>
      )}
    </>
  )
}
