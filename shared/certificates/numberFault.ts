import type { ErrorCode } from '../errors'
import { CREDIT_CODE_TEXT, checkCreditCode } from './checkCreditCode'
import { checkIdNumber, ID_NUMBER_TEXT } from './checkIdNumber'
import { checkPermanentResident, isPermanentResident, PERMANENT_RESIDENT_TEXT } from './checkPermanentResident'
import { cleanNumber, isLicence, numberField } from './identityKinds'

/** What is wrong with a paper's number. */
export interface NumberFault {
  code: Extract<ErrorCode, 'ID_NUMBER_WRONG' | 'CREDIT_CODE_WRONG'>
  text: string
  /**
   * Papers are issued so: codes of companies registered before 2016 that fail MOD 31, births on 30 February, numbers made 18 places long
   * from 15. The person may answer 证件上就是这样; the account manager then looks at the paper.
   */
  printable: boolean
  /** The number is another paper's, whose kind this is. */
  otherKind?: string
}

/** Reasons no paper is ever printed with. */
const NEVER_PRINTED: readonly string[] = ['firstGeneration', 'length', 'characters', 'otherPaper']

const fault = (code: NumberFault['code'], text: string, reason: string): NumberFault => ({
  code,
  text,
  printable: !NEVER_PRINTED.includes(reason),
})

/**
 * What the number of a paper of this kind says against itself; null for one that checks, or of a paper without a check.
 * @param today Beijing day `YYYY-MM-DD`.
 */
export function numberFault(kind: string | undefined, given: string, today: string): NumberFault | null {
  const number = cleanNumber(kind, given)
  if (numberField(kind) === 'idNumber') {
    if (isPermanentResident(number))
      return {
        ...fault('ID_NUMBER_WRONG', PERMANENT_RESIDENT_TEXT.otherPaper, 'otherPaper'),
        otherKind: 'permanentResidentCard',
      }
    const check = checkIdNumber(number, today)
    if (!check.ok) {
      // Old 户口簿 still carry 15 places.
      const oldBook = kind === 'householdRegister' && check.reason === 'firstGeneration'
      const said = fault('ID_NUMBER_WRONG', ID_NUMBER_TEXT[check.reason], check.reason)
      return oldBook ? { ...said, printable: true } : said
    }
    // 81, 82, 83: the only places residents of Hong Kong, Macao and Taiwan are numbered under.
    const elsewhere = kind === 'residencePermit' && !/^8[123]0000/.test(number)
    return elsewhere ? fault('ID_NUMBER_WRONG', RESIDENCE_PERMIT_TEXT, 'region') : null
  }
  if (kind === 'permanentResidentCard') {
    const reason = checkPermanentResident(number)
    return reason ? fault('ID_NUMBER_WRONG', PERMANENT_RESIDENT_TEXT[reason], reason) : null
  }
  if (!isLicence(kind)) return null
  const check = checkCreditCode(number)
  if (check.ok) return null
  const said = fault('CREDIT_CODE_WRONG', CREDIT_CODE_TEXT[check.reason], check.reason)
  // Old 社团法人登记证书 carry a 登记证号 of another form.
  return kind === 'socialBodyLicence' ? { ...said, printable: true } : said
}

const RESIDENCE_PERMIT_TEXT = '港澳台居民居住证的号码以810000、820000或830000开头，请再核对一遍'
