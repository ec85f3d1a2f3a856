import { nameLabel, numberLabel, titleOfKind } from './certificates/identityKinds'
import type { Application } from './contract/application'

/** 用电申请书: what the person sees before signing is, word for word, what the document says (免填单). */
export const FORM_TITLE = '用电申请书'
/** The sentence above the signature. */
export const FORM_STATEMENT = '以上内容属实，申请用电。'

export type FormRow = [label: string, value: string]

/** The rows of the form, in order. */
export function formRows({
  identity,
  place,
  use,
  capacityKva,
  contact,
}: Pick<Application, 'identity' | 'place' | 'use' | 'capacityKva' | 'contact'>): FormRow[] {
  return [
    [nameLabel(identity.kind), identity.name],
    ['证件', titleOfKind(identity.kind)],
    [numberLabel(identity.kind), identity.number],
    ['用电地址', place.address],
    ['所在区县', place.district],
    ['用途', use === 'business' ? `做生意用，${capacityKva} 千伏安` : '家里用'],
    ['联系人', contact.name],
    ['联系电话', contact.phone],
  ]
}
