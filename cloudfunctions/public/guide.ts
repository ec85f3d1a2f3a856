import type { ResponseOf } from '@shared/contract'
import { customerClass } from '@shared/contract/vocabulary'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import type { PublicAnswer } from '@shared/rules/publicAnswers'
import type { PublicRules } from '@shared/rules/publicRules'

/** The guide as sections of plain rows. Shown are the classes this build carries from application to power on. */
export function guideOf(rules: PublicRules, asked: PublicAnswer[]): ResponseOf<'public', 'guide'> {
  const carried: readonly string[] = customerClass.options
  const concerns = (classes: readonly string[]) =>
    classes.length === 0 || classes.some((each) => carried.includes(each))
  const process = rules.processes
    .filter(({ customerClasses }) => concerns(customerClasses))
    .map(({ customerClasses, who, stages, source }) => ({
      title: `${voltageOf(customerClasses)} · ${who}`,
      details: [`${stages.length}个环节：${stages.map((stage, index) => `${index + 1} ${stage}`).join(' → ')}`],
      source,
    }))
  const abolished = {
    title: '已取消的环节',
    details: [rules.abolished.titles.join('、')],
    source: rules.abolished.source,
  }
  const unneeded = { title: '不用办的', details: [`${NOT_NEEDED}。`], source: rules.abolished.source }
  const materials = rules.materials
    .filter(({ customerClasses }) => concerns(customerClasses))
    .map(({ customerClasses, title, oneOf, when, source }) => ({
      title: [voltageOf(customerClasses), when ? `${title}（${when}）` : title].filter(Boolean).join(' · '),
      details: [`下列任选一种：${oneOf.join('、')}`],
      source,
    }))
  const answers = asked.map(({ who, days, cost, sources }) => ({
    title: who,
    details: [...days, cost],
    source: sources.join('、'),
  }))
  const limits = rules.limits
    .filter((limit) => concerns([limit.customerClass]))
    .map((limit) => ({
      title: [limit.who, limit.what, limit.line].filter(Boolean).join(' · '),
      details: [`${limit.authority}：${limit.text}（${limit.clock}）${limit.note ? `。${limit.note}` : ''}`],
      source: limit.source,
    }))
  return {
    ruleSet: rules.ruleSetId,
    document: rules.title,
    sections: [
      { title: '怎么办', rows: [...process, abolished, unneeded], law: [] },
      { title: '要什么材料', rows: materials, law: [] },
      { title: '最晚多久、多少钱', rows: answers, law: limits },
    ],
  }
}

/** Papers differ by voltage where they differ by class at all; '' where all are asked the same. */
function voltageOf(classes: readonly string[]): string {
  const high = classes.some((one) => one.startsWith('hv'))
  const low = classes.some((one) => !one.startsWith('hv'))
  return high === low ? '' : high ? '高压' : '低压'
}
