/**
 * Papers that print a person's number and labels like an identity card's, and are none the rules name: each is told by its name, with
 * the way on. `title` matches what stands on the paper, in a line of its own.
 */
interface UnacceptedPaper {
  title: RegExp
  name: string
  instead: string
}

const PERMIT_OR_PASSPORT = '请拍港澳台居民居住证或护照；都没有的，点“手工填写”，客户经理和您核对后受理'
const ID_CARD = '请拍身份证；没带的，点“手工填写”也能申请'

const UNACCEPTED: readonly UnacceptedPaper[] = [
  {
    title: /港澳居民来往内地通行证|^HOMERETURNPERMIT/i,
    name: '港澳居民来往内地通行证（回乡证）',
    instead: PERMIT_OR_PASSPORT,
  },
  { title: /台湾居民来往大陆通行证/, name: '台湾居民来往大陆通行证（台胞证）', instead: PERMIT_OR_PASSPORT },
  {
    title: /^(?:中华人民共和国)?旅行证$|TRAVELDOCUMENT/i,
    name: '旅行证',
    instead: '请拍护照；没有的，点“手工填写”，客户经理和您核对后受理',
  },
  { title: /往来港澳通行证|往来台湾通行证/, name: '往来港澳、台湾的通行证', instead: ID_CARD },
  { title: /驾驶证|行驶证|机动车/, name: '驾驶证或行驶证', instead: ID_CARD },
  { title: /社会保障卡?|医疗保障/, name: '社会保障卡', instead: ID_CARD },
  { title: /结婚证|离婚证/, name: '结婚证或离婚证', instead: ID_CARD },
  { title: /(?<!港澳居民|台湾居民|港澳台居民)居住证|暂住证/, name: '居住证', instead: ID_CARD },
  { title: /残疾人证/, name: '残疾人证', instead: ID_CARD },
  { title: /健康证|工作证|学生证/, name: '健康证、工作证或学生证', instead: ID_CARD },
]

/** A title stands in a line of its own; the same words in a sentence say nothing. */
const LONGEST_TITLE = 20

export const unacceptedPaper = (texts: readonly string[]): UnacceptedPaper | null =>
  UNACCEPTED.find(({ title }) => texts.some((text) => text.length <= LONGEST_TITLE && title.test(text))) ?? null

/** What to tell whoever photographed one. */
export const unacceptedText = ({ name, instead }: UnacceptedPaper): string => `这是${name}，办用电不收，${instead}`

/** A document of many words may name people with their numbers and addresses; that makes no card of it. Its title ends so. */
const DOCUMENT = /(?:合同|协议|委托|承诺|申请|通知|(?<!户籍|户口)证明|收据|发票|登记表|申请表)书?(?:[(（].{1,6}[)）])?$/
export const isDocument = (texts: readonly string[]): boolean =>
  texts.some((text) => text.length <= LONGEST_TITLE && DOCUMENT.test(text))
