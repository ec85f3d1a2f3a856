import { nameLabel, numberLabel, titleOfKind } from './certificates/identityKinds'
import type { Application } from './contract/application'
import type { SupplySource } from './contract/vocabulary'

/** 用电申请书: what the person sees before signing is, word for word, what the document says (免填单). */
export const FORM_TITLE = '用电申请书'
/** The sentence above the signature. */
export const FORM_STATEMENT = '以上内容属实，申请用电。'
/** 承诺书 for a self-built house without a property paper (附件1第四(二)5). The plan asks for it and leaves its words open. */
const pledge = (user: string) =>
  `承诺书：上述用电地址的房屋是城乡自建房，不在政府规划范围内，没有物业权属证明。房屋由${user}居住使用，没有权属争议。以上情况属实，如有不实，由我承担责任。`

/** Everything the signature stands under, a paragraph each. An agent does not live in the house they speak of. */
export const statementsOf = ({ property, byAgent }: Pick<Application, 'property' | 'byAgent'>): string[] =>
  property?.kind === 'selfBuiltPledge' ? [FORM_STATEMENT, pledge(byAgent ? '用电人' : '我')] : [FORM_STATEMENT]

export type FormRow = [label: string, value: string]

/** What the rows are made of. */
export type FormFacts = Pick<
  Application,
  'identity' | 'place' | 'use' | 'capacityKva' | 'sources' | 'contact' | 'change' | 'byAgent' | 'vatInvoice'
>

const SOURCES: Record<SupplySource, string> = { single: '', dual: '，两路电源', over35kV: '，35 千伏及以上' }

/** The rows of the form, in order. */
export function formRows({
  identity,
  place,
  use,
  capacityKva,
  sources,
  contact,
  change,
  byAgent,
  vatInvoice,
}: FormFacts): FormRow[] {
  const rows: FormRow[] = [
    [nameLabel(identity.kind), identity.name],
    ['证件', titleOfKind(identity.kind)],
    [numberLabel(identity.kind), identity.number],
    ['用电地址', place.address],
    ['所在区县', place.district],
    ['用途', use === 'business' ? `做生意用，${capacityKva} 千伏安${SOURCES[sources]}` : '家里用'],
    ['业务', change === 'increase' ? '增加用电容量' : '新装用电'],
    [byAgent ? '经办人' : '联系人', contact.name],
    ['联系电话', contact.phone || '没有电话'],
  ]
  return vatInvoice ? [...rows, ['电费发票', '需要增值税专用发票']] : rows
}
