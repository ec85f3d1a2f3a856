import type { CertificateKind } from './types'

/** What people call a paper. */
export const COMMON_PAPER_TITLES: Record<CertificateKind, string> = {
  idCard: '身份证',
  residencePermit: '港澳台居民居住证',
  permanentResidentCard: '外国人永久居留身份证',
  policeCertificate: '户籍证明',
  householdRegister: '户口簿',
  passport: '护照',
  militaryId: '军人证',
  businessLicence: '营业执照',
  organizationCode: '组织机构代码证',
  socialBodyLicence: '社团法人证书',
  authorityLicence: '事业单位法人证书',
  propertyCertificate: '不动产权证书',
  houseCertificate: '房产证',
  stateLandUse: '国有土地使用证',
  collectiveLandUse: '集体土地使用证',
  purchaseContract: '购房合同',
  courtDocument: '法院文书',
  tenancyCertificate: '租用房屋凭证',
  supplyPermission: '可供电证明',
  projectApproval: '项目批文',
  planningPermit: '规划许可证',
}
