import { CREDIT_CODE_TEXT, checkCreditCode } from '@shared/certificates/checkCreditCode'
import { checkIdNumber, ID_NUMBER_TEXT } from '@shared/certificates/checkIdNumber'
import { isLicence, numberField } from '@shared/certificates/identityKinds'
import { shownDay } from '@shared/wording'

/** What is wrong with a number, in Chinese, or null. The server checks again. */
export function numberError(kind: string | undefined, number: string): string | null {
  if (!number.trim()) return '请填写证件上的号码'
  if (numberField(kind) === 'idNumber') {
    const check = checkIdNumber(number, shownDay(Date.now()))
    return check.ok ? null : ID_NUMBER_TEXT[check.reason]
  }
  if (isLicence(kind)) {
    const check = checkCreditCode(number)
    return check.ok ? null : CREDIT_CODE_TEXT[check.reason]
  }
  return number.trim().length >= 5 ? null : '证件号码不全，请再核对一遍'
}
