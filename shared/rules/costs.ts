import { liuzhouPlan } from './sources'
import type { CustomerClass, Source } from './vocabulary'

const plan = (section: string): Source => ({ document: liuzhouPlan.title, section, confidence: 'text' })

/** 谁出钱: what being connected costs a class of customers, as the plan divides the works. */
export const connectionCosts: readonly {
  customerClasses: readonly CustomerClass[]
  text: string
  source: Source
}[] = [
  {
    customerClasses: ['resident', 'lowVoltage'],
    text: '到电表0元，外线和电表都由供电公司装',
    source: plan('三(三)3'),
  },
  {
    customerClasses: ['hvSingle', 'hvDual'],
    text: '您自己的受电工程（变压器、配电房）由您请人设计、施工、试验，费用您出；业扩配套工程由供电公司建，不收您的钱',
    source: plan('附件3“竣工检验和装表接电”'),
  },
]
