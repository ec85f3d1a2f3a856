/**
 * Papers that prove a right to the place, by the rules' codes, as chosen by hand: first those a person knows best that the reader
 * does not.
 */
export const PREMISES_KINDS = [
  { value: 'tenancyCertificate', text: '租用房屋凭证、租房合同' },
  { value: 'supplyPermission', text: '政府出具的可供电证明' },
  { value: 'transactionReceipt', text: '房产交易办证回执' },
  { value: 'purchaseContract', text: '购房合同' },
  { value: 'propertyCertificate', text: '不动产权证书' },
  { value: 'houseCertificate', text: '房产证' },
  { value: 'realEstateCertificate', text: '房地产权证' },
  { value: 'stateLandUse', text: '国有土地使用证' },
  { value: 'collectiveLandUse', text: '集体土地使用证' },
  { value: 'courtDocument', text: '法院判决、裁定' },
] as const
export type PremisesKind = (typeof PREMISES_KINDS)[number]['value']

/** What people call a proof of premises. */
export const titleOfPremises = (kind: string): string =>
  PREMISES_KINDS.find(({ value }) => value === kind)?.text ?? '房屋证明'

/** Whether a paper proves a right to the place, at every voltage. */
export const provesPremises = (kind: string): boolean => PREMISES_KINDS.some(({ value }) => value === kind)
