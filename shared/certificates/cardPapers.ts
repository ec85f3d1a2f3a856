import { judgeIdNumber } from './fieldReaders'
import { labels, type PaperLayout } from './paperLabels'

/** What proves a person beside the 身份证: the card of residents of Hong Kong, Macao and Taiwan, and the police's word. */
export const CARD_PAPERS: PaperLayout[] = [
  {
    kind: 'residencePermit',
    side: 'front',
    align: 'top',
    labels: labels({ name: '姓名', sex: '性别', birth: '出生', address: '住址', idNumber: '公民身份号码' }),
    oneLine: ['name', 'sex', 'birth', 'idNumber'],
    marks: ['公民身份号码', '姓名', '性别', '出生', '住址'],
    // 81 Hong Kong, 82 Macao, 83 Taiwan.
    titles: [/(?<![\dA-Z])8[123]0000\d{11}[\dX](?![\dA-Z])/],
    onlyTitled: true,
    required: ['idNumber', 'name', 'address'],
  },
  {
    kind: 'residencePermit',
    side: 'back',
    align: 'top',
    labels: labels({ authority: '签发机关', validity: '有效期限' }, '通行证号码 签发次数'),
    oneLine: ['validity'],
    marks: [/(?:港澳|台湾)居民居住证/, '签发机关', '有效期限', '通行证号码', '签发次数'],
    titles: [/(?:港澳|台湾)居民居住证/, '通行证号码'],
    required: ['validity', 'authority'],
  },
  {
    kind: 'policeCertificate',
    align: 'top',
    labels: labels(
      { name: '姓名', sex: '性别', ethnicity: '民族', birth: '出生日期 出生', address: '户籍地址 住址' },
      '公民身份号码 身份证号 曾用名 籍贯 与户主关系',
    ),
    oneLine: ['name', 'sex', 'ethnicity', 'birth'],
    marks: [/户籍证明|户口证明/, /派出所|公安局/, '姓名', '性别', '民族', '公民身份号码'],
    titles: [/(?:户籍|户口)证明/],
    onlyTitled: true,
    required: ['documentNumber', 'name'],
    judges: { documentNumber: judgeIdNumber },
    numberForm: /\d{17}[\dXx]/,
  },
]

/** Kinds that are cards of persons: a document that only names somebody with number and address is none of them. */
export const isPersonsCard = ({ kind }: PaperLayout): boolean => kind === 'idCard' || kind === 'residencePermit'
