import { type Judged, judgeCompanyName } from './fieldReaders'
import type { CertificateKind, CertificateSide, FieldKey } from './types'
import type { Arrangement, Label } from './valuesByLabel'

/** What one side of a paper looks like: its labels, how its values stand, and the words that give it away. */
export interface PaperLayout extends Arrangement<FieldKey> {
  kind: CertificateKind
  side?: CertificateSide
  /** Words this paper prints; two of them name it. */
  marks: (string | RegExp)[]
  /** Its title, or words no other paper prints: where one is read, the marks it shares with others count for it. */
  titles?: (string | RegExp)[]
  /** Its other marks stand on commoner papers too: without its title it is not this one. */
  onlyTitled?: true
  /** Fields without which the picture is of no use; the first carries the check that decides. */
  required: FieldKey[]
  /** How values are judged where it is not as on other papers. */
  judges?: Partial<Record<FieldKey, Judge>>
  /** The form by which the paper's own number is found wherever it stands. */
  numberForm?: RegExp
}

export type Judge = (read: string, today?: string) => Judged

/** Labels by the field they name, several ways of writing one separated by blanks, and those that only end the value before them. */
export const labels = (names: Partial<Record<FieldKey, string>>, others = ''): Label<FieldKey>[] => [
  ...(Object.entries(names) as [FieldKey, string][]).flatMap(([key, texts]) =>
    texts.split(' ').map((text) => ({ text, key })),
  ),
  ...others
    .split(' ')
    .filter(Boolean)
    .map((text) => ({ text, key: null })),
]

/** The papers most people bring; `otherPapers.ts` has the rest. */
export const COMMON_PAPERS: PaperLayout[] = [
  {
    kind: 'idCard',
    side: 'front',
    align: 'top',
    labels: labels({
      name: '姓名',
      sex: '性别',
      ethnicity: '民族',
      birth: '出生',
      address: '住址',
      idNumber: '公民身份号码',
    }),
    oneLine: ['name', 'sex', 'ethnicity', 'birth', 'idNumber'],
    marks: ['公民身份号码', '姓名', '性别', '民族', '出生', '住址', /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/],
    required: ['idNumber', 'name', 'address'],
  },
  {
    kind: 'idCard',
    side: 'back',
    align: 'top',
    labels: labels({ authority: '签发机关', validity: '有效期限' }),
    oneLine: ['validity'],
    marks: ['居民身份证', '签发机关', '有效期限', '中华人民共和国居民身份证'],
    titles: ['居民身份证'],
    required: ['validity', 'authority'],
  },
  {
    kind: 'businessLicence',
    align: 'top',
    labels: labels(
      {
        creditCode: '统一社会信用代码',
        name: '名称',
        type: '类型',
        legalPerson: '法定代表人 经营者 负责人 投资人 执行事务合伙人',
        address: '住所 经营场所 主要经营场所 营业场所',
      },
      '组成形式 注册资本 成立日期 注册日期 营业期限 经营范围 登记机关',
    ),
    oneLine: ['creditCode', 'legalPerson'],
    // No company's name begins with its legal form.
    byWords: {
      type: /^(?:其他|一人)?(?:有限责任公司|股份有限公司)[([]|^个体工商户$|^个人独资企业$|^(?:普通|有限)合伙/,
    },
    marks: ['营业执照', '统一社会信用代码', '法定代表人', '经营范围', '注册资本', '经营场所', '登记机关'],
    titles: ['营业执照'],
    judges: { name: judgeCompanyName },
    required: ['creditCode', 'name', 'address'],
  },
  {
    kind: 'propertyCertificate',
    align: 'centre',
    labels: [
      ...labels({ owner: '权利人' }, '共有情况'),
      ...labels({ location: '坐落' }, '不动产单元号 权利类型 权利性质'),
      ...labels({ usage: '用途' }, '面积 使用期限 权利其他状况'),
    ],
    oneLine: ['usage'],
    marks: ['不动产权第', '不动产权', '权利人', '坐落', '不动产单元号', '共有情况', '权利类型', '权利性质'],
    titles: ['不动产权第', '不动产单元号'],
    fixedRows: true,
    required: ['certificateNumber', 'owner', 'location'],
  },
]
