import { CREDIT_CODE_TEXT, checkCreditCode } from '@shared/certificates/checkCreditCode'
import { checkIdNumber, ID_NUMBER_TEXT } from '@shared/certificates/checkIdNumber'
import { shownDay } from '@shared/wording'

/** Papers that prove who applies, as a person may choose one by hand; codes of the rules' identity group. */
export const IDENTITY_KINDS = [
  { value: 'idCard', text: '身份证' },
  { value: 'businessLicence', text: '营业执照' },
  { value: 'householdRegister', text: '户口簿' },
  { value: 'passport', text: '护照' },
  { value: 'militaryId', text: '军人证' },
] as const

export const titleOfKind = (kind: string | undefined): string =>
  IDENTITY_KINDS.find(({ value }) => value === kind)?.text ?? '身份证明'

export const isLicence = (kind: string | undefined): boolean => kind === 'businessLicence'

export const nameLabel = (kind: string | undefined): string => (isLicence(kind) ? '单位名称' : '姓名')

export function numberLabel(kind: string | undefined): string {
  if (kind === 'idCard') return '身份证号'
  return isLicence(kind) ? '统一社会信用代码' : '证件号码'
}

/** What is wrong with a number, in Chinese, or null. The server checks again. */
export function numberError(kind: string | undefined, number: string): string | null {
  if (kind === 'idCard') {
    const check = checkIdNumber(number, shownDay(Date.now()))
    return check.ok ? null : ID_NUMBER_TEXT[check.reason]
  }
  if (isLicence(kind)) {
    const check = checkCreditCode(number)
    return check.ok ? null : CREDIT_CODE_TEXT[check.reason]
  }
  return number.trim().length >= 5 ? null : '请填写证件上的号码'
}
