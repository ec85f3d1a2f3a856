import type { ResponseOf } from '@shared/contract'
import { customerClass } from '@shared/contract/vocabulary'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import type { PublicRules } from '@shared/rules/publicRules'

/** The guide as sections of plain rows. Shown are the classes this build carries from application to power on. */
export function guideOf(rules: PublicRules): ResponseOf<'public', 'guide'> {
  const carried: readonly string[] = customerClass.options
  const concerns = (classes: readonly string[]) =>
    classes.length === 0 || classes.some((each) => carried.includes(each))
  const process = rules.processes
    .filter(({ customerClasses }) => concerns(customerClasses))
    .map(({ who, stages, source }) => ({
      title: who,
      detail: `${stages.length}个环节：${stages.map((stage, index) => `${index + 1} ${stage}`).join(' → ')}`,
      source,
    }))
  const abolished = { title: '已取消的环节', detail: rules.abolished.titles.join('、'), source: rules.abolished.source }
  const unneeded = { title: '不用办的', detail: `${NOT_NEEDED}。`, source: rules.abolished.source }
  const materials = rules.materials
    .filter(({ customerClasses }) => concerns(customerClasses))
    .map(({ title, oneOf, when, source }) => ({
      title: when ? `${title}（${when}）` : title,
      detail: `下列任选一种：${oneOf.join('、')}`,
      source,
    }))
  const limits = rules.limits
    .filter((limit) => concerns([limit.customerClass]))
    .map((limit) => ({
      title: [limit.who, limit.what, limit.line].filter(Boolean).join(' · '),
      detail: `${limit.authority}：${limit.text}（${limit.clock}）${limit.note ? `。${limit.note}` : ''}`,
      source: limit.source,
    }))
  return {
    ruleSet: rules.ruleSetId,
    document: rules.title,
    sections: [
      { title: '怎么办', rows: [...process, abolished, unneeded] },
      { title: '要什么材料', rows: materials },
      { title: '最晚多久', rows: limits },
    ],
  }
}
