import { clean } from '../typed/clean'

/** Papers that prove who applies, as chosen by hand; codes of the rules' identity group. */
export const PERSON_KINDS = [
  { value: 'idCard', text: '身份证' },
  { value: 'householdRegister', text: '户口簿' },
  { value: 'passport', text: '护照' },
  { value: 'militaryId', text: '军人证' },
  { value: 'policeCertificate', text: '户籍证明' },
  { value: 'residencePermit', text: '港澳台居民居住证' },
  { value: 'permanentResidentCard', text: '外国人永久居留身份证' },
] as const
export const ORGANISATION_KINDS = [
  { value: 'businessLicence', text: '营业执照' },
  { value: 'corporateLicence', text: '企业法人营业执照' },
  { value: 'organizationCode', text: '组织机构代码证' },
  { value: 'socialBodyLicence', text: '社团法人执照' },
  { value: 'superiorCertificate', text: '上级单位证明' },
  { value: 'foundingApproval', text: '批准成立文件' },
  { value: 'authorityLicence', text: '主管部门证照' },
] as const

export const titleOfKind = (kind: string | undefined): string =>
  [...PERSON_KINDS, ...ORGANISATION_KINDS].find(({ value }) => value === kind)?.text ?? '身份证明'

/** Papers whose number is a 统一社会信用代码, which can be checked. */
export const isLicence = (kind: string | undefined): boolean =>
  kind === 'businessLicence' || kind === 'socialBodyLicence'

/** Whether a paper proves who somebody is; the others prove a place or a project. */
export const isIdentity = (kind: string): boolean =>
  [...PERSON_KINDS, ...ORGANISATION_KINDS].some(({ value }) => value === kind)

/** Papers that carry a 公民身份号码, the residents' of Hong Kong, Macao and Taiwan included. */
const CITIZENS: readonly (string | undefined)[] = ['idCard', 'householdRegister', 'residencePermit']

/** The field of a reading that is the paper's number. */
export function numberField(kind: string | undefined): 'idNumber' | 'creditCode' | 'documentNumber' {
  if (isLicence(kind)) return 'creditCode'
  return CITIZENS.includes(kind) ? 'idNumber' : 'documentNumber'
}

/** The longest number of a paper that is taken. */
export const LONGEST_PAPER_NUMBER = 30

/** The number of a paper of this kind as it is kept: what is pasted with it is off. */
export const cleanNumber = (kind: string | undefined, number: string): string =>
  clean(numberField(kind) === 'documentNumber' ? 'paperNumber' : 'idNumber', number)

export const isOrganisation = (kind: string | undefined): boolean =>
  ORGANISATION_KINDS.some(({ value }) => value === kind)

export const nameLabel = (kind: string | undefined): string => (isOrganisation(kind) ? '单位名称' : '姓名')

export function numberLabel(kind: string | undefined): string {
  if (kind === 'residencePermit') return '公民身份号码'
  if (CITIZENS.includes(kind)) return '身份证号'
  return isLicence(kind) ? '统一社会信用代码' : '证件号码'
}
