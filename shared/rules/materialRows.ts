import { liuzhouPlan } from './sources'
import type { CustomerClass, Source } from './vocabulary'

/** Who applies: 个人, 公司企业, 社会团体, 机关事业单位及其他组织. */
export type ApplicantKind = 'person' | 'company' | 'socialBody' | 'institution'

export type MaterialGroupCode =
  | 'identity'
  | 'property'
  | 'projectApproval'
  | 'authorization'
  | 'vatQualification'
  | 'completionReport'

/** One paper that satisfies a group by itself. */
export interface Material {
  code: string
  title: string
  /** When this alternative may be used; absent: always. */
  condition?: string
}

/** A row of the plan: the papers of which one is enough, and whom it is asked of. Absent conditions hold for everyone. */
export interface MaterialRow {
  group: MaterialGroupCode
  title: string
  oneOf: readonly Material[]
  customerClasses?: readonly CustomerClass[]
  applicantKinds?: readonly ApplicantKind[]
  changes?: readonly ('new' | 'increase')[]
  /** Asked only of an application not made in person. */
  byAgent?: true
  /** Asked only where 增值税发票 is wanted. */
  vatInvoice?: true
  /** In words, for the public guide. */
  when?: string
  askedAt: 'application' | 'energization'
  source: Source
}

const plan = (section: string): Source => ({ document: liuzhouPlan.title, section, confidence: 'text' })

const lowVoltage = ['resident', 'lowVoltage'] as const
const highVoltage = ['hvSingle', 'hvDual'] as const
const organizationCode = { code: 'organizationCode', title: '组织机构代码证' }

const identity = { group: 'identity', title: '用电主体有效身份证明', askedAt: 'application' } as const
const identitySource = plan('附件1第四(一)、附件2第四(一)')
/** 附件1注: “增容业务只需提供身份证明材料”, for low voltage; a capacity increase at high voltage is asked as a new supply. */
const lowVoltageNew = { customerClasses: lowVoltage, changes: ['new'] } as const

const ownership: readonly Material[] = [
  // One book since 2015 for the four certificates the plan names.
  { code: 'propertyCertificate', title: '不动产权证书' },
  { code: 'realEstateCertificate', title: '房地产权证' },
  { code: 'houseCertificate', title: '房产证' },
  { code: 'stateLandUse', title: '国有土地使用证' },
  { code: 'collectiveLandUse', title: '集体土地使用证' },
  { code: 'purchaseContract', title: '购房合同', condition: '经房管部门备案' },
  { code: 'tenancyCertificate', title: '租用房屋凭证' },
  { code: 'transactionReceipt', title: '房产交易办证回执' },
  { code: 'courtDocument', title: '法院法律文书', condition: '已生效，含有明确的房屋产权判词' },
  { code: 'supplyPermission', title: '政府出具的可供电证明' },
]
const selfBuiltPledge: Material = {
  code: 'selfBuiltPledge',
  title: '承诺书',
  condition: '非政府规划范围内的城乡自建房，没有物业权属证明',
}
const property = { group: 'property', title: '用电地址物业权属证明', askedAt: 'application' } as const

/** 申请材料: all that may ever be asked for (三(二)3: 不得要求用户额外提供). */
export const materialRows: readonly MaterialRow[] = [
  {
    ...identity,
    applicantKinds: ['person'],
    oneOf: [
      { code: 'idCard', title: '身份证' },
      { code: 'militaryId', title: '军人证' },
      { code: 'passport', title: '护照' },
      { code: 'householdRegister', title: '户口簿' },
      { code: 'policeCertificate', title: '公安机关户籍证明' },
      // Not named by the plan; `decisions.ts` says why each stands for a 身份证.
      { code: 'residencePermit', title: '港澳台居民居住证', condition: '依国务院办法,与身份证同样使用' },
      { code: 'permanentResidentCard', title: '外国人永久居留身份证', condition: '依国家规定,可单独证明身份' },
    ],
    when: '个人',
    source: identitySource,
  },
  {
    ...identity,
    applicantKinds: ['company'],
    oneOf: [
      { code: 'corporateLicence', title: '企业法人营业执照' },
      { code: 'businessLicence', title: '营业执照' },
      organizationCode,
    ],
    when: '公司、企业',
    source: identitySource,
  },
  {
    ...identity,
    applicantKinds: ['socialBody'],
    oneOf: [{ code: 'socialBodyLicence', title: '社团法人执照' }, organizationCode],
    when: '社会团体',
    source: identitySource,
  },
  {
    ...identity,
    applicantKinds: ['institution'],
    oneOf: [
      { code: 'superiorCertificate', title: '上级单位证明文件' },
      { code: 'foundingApproval', title: '批准其成立的文件' },
      { code: 'authorityLicence', title: '政府、行业主管部门颁发的有关证照、证明' },
      organizationCode,
    ],
    when: '机关、事业单位、其他组织',
    source: identitySource,
  },
  {
    ...property,
    ...lowVoltageNew,
    oneOf: [...ownership, selfBuiltPledge],
    when: '新装',
    source: plan('附件1第四(二)'),
  },
  { ...property, customerClasses: highVoltage, oneOf: ownership, source: plan('附件2第四(二)') },
  {
    group: 'projectApproval',
    title: '用电工程项目批文',
    customerClasses: highVoltage,
    oneOf: [
      { code: 'projectApproval', title: '政府认可的项目立项批文' },
      { code: 'planningPermit', title: '建设工程规划许可证' },
    ],
    askedAt: 'application',
    source: plan('附件2第四(三)'),
  },
  {
    group: 'authorization',
    title: '法定代表人授权委托书',
    customerClasses: highVoltage,
    byAgent: true,
    oneOf: [{ code: 'authorizationLetter', title: '授权委托书(含经办人身份证明)' }],
    when: '非本人办理',
    askedAt: 'application',
    source: plan('附件2注'),
  },
  ...([lowVoltageNew, { customerClasses: highVoltage }] as const).map(
    (whom): MaterialRow => ({
      group: 'vatQualification',
      title: '一般纳税人资格证',
      ...whom,
      vatInvoice: true,
      oneOf: [{ code: 'vatQualification', title: '一般纳税人资格证' }],
      when: '电费需要开具增值税发票',
      askedAt: 'application',
      source: plan(whom === lowVoltageNew ? '附件1注' : '附件2注'),
    }),
  ),
  {
    group: 'completionReport',
    title: '受电工程竣工报告',
    customerClasses: highVoltage,
    oneOf: [{ code: 'completionReport', title: '受电工程竣工报告' }],
    when: '申请竣工检验时',
    askedAt: 'energization',
    source: plan('附件3“需要用户提交资料”'),
  },
]
