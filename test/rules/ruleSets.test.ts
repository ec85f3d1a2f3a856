import { createHash } from 'node:crypto'
import { allLimits } from '@shared/rules/limits'
import { limitsOf } from '@shared/rules/limitsOf'
import { type RuleSet, ruleSetById, ruleSetOn, ruleSets } from '@shared/rules/ruleSets'
import { RulesError } from '@shared/rules/rulesError'
import { validateRuleSets } from '@shared/rules/validateRuleSets'
import { addDays, localDate } from '@shared/time/localDate'

const day = localDate
const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error instanceof RulesError ? error.code : error
  }
  return 'no error'
}

test('every day since the plan has exactly one rule set, and no day before it has any', () => {
  for (let each = day('2019-02-28'); each < '2031-01-01'; each = addDays(each, 1)) {
    const ruleSet = ruleSetOn(each, 'liuzhou')
    expect(ruleSet.validFrom <= each && (ruleSet.validTo === null || each <= ruleSet.validTo)).toBe(true)
  }
  expect(codeOf(() => ruleSetOn(day('2019-02-27'), 'liuzhou'))).toBe('noRuleSet')
})

test('the rule sets of this build are good', () => {
  expect(() => validateRuleSets(ruleSets)).not.toThrow()
})

test('a pinned id finds its rule set for ever, an unknown one fails loudly', () => {
  for (const ruleSet of ruleSets) expect(ruleSetById(ruleSet.id)).toBe(ruleSet)
  expect(codeOf(() => ruleSetById('liuzhou-2019@2019-03-01'))).toBe('unknownRuleSet')
})

test('within a rule set nothing begins or ends', () => {
  const starts = new Set(ruleSets.map(({ validFrom }) => validFrom as string))
  const since = ruleSets[0]?.validFrom ?? ''
  for (const { id, validFrom, validTo } of allLimits) {
    if (validFrom > since) expect([id, starts.has(validFrom)]).toEqual([id, true])
    if (validTo && validTo >= since) expect([id, starts.has(addDays(validTo, 1))]).toEqual([id, true])
  }
})

/**
 * Rule sets that cases have pinned: id → digest of its figures. A line here is never changed; a correction of the law's
 * text in the data begins a new rule set and adds a line.
 */
const released = {
  'liuzhou-2019@2019-02-28': '9529f680d250456d',
  'liuzhou-2019@2019-04-30': '86c9cee72630d269',
  'liuzhou-2019@2020-12-31': 'ce77e5232af0da11',
  'liuzhou-2019@2021-12-31': 'b20fde64abaa573f',
  'liuzhou-2019@2022-12-31': '1541816592d9062a',
  'liuzhou-2019@2024-06-01': '3a85156fcc442257',
  'liuzhou-2019@2025-06-03': '31a15de914d7925d',
  'nation-2025@2025-06-03': '392f27d0c1213cf0',
}

test('released rule sets have not changed', () => {
  const figures = ruleSets.map(({ id, limits }) => {
    // What binds; a row's end, its notes and its examples may be added later.
    const rows = limits.map((row) => [
      row.id,
      row.authority,
      row.customerClass,
      row.stage,
      row.externalLine ?? null,
      row.amount.value,
      row.amount.unit,
      row.measure,
      row.scope,
      row.clockStarts,
      row.clockStops,
      row.status,
    ])
    return [id, createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)]
  })
  expect(Object.fromEntries(figures)).toEqual(released)
})

test('a rule set that does not time every case exactly once is refused, and says why', () => {
  const [first, second, ...rest] = ruleSets as [RuleSet, RuleSet, ...RuleSet[]]
  const nation = rest.at(-1)!
  const all =
    (one: Partial<RuleSet>, two: Partial<RuleSet> = {}) =>
    () =>
      validateRuleSets([{ ...first, ...one }, { ...second, ...two }, ...rest])
  expect(all({})).not.toThrow()
  const without = (id: string) => first.limits.filter((limit) => !limit.id.includes(id))
  const scheme = first.limits.find(({ id }) => id === 'liuzhou.scheme.hvDual')!
  const cases: [() => void, string][] = [
    [all({ validTo: addDays(second.validFrom, -2) }), 'a gap between'],
    [all({ validTo: second.validFrom }), 'overlap'],
    [all({ validTo: null }), 'has no end but is followed'],
    [all({ validTo: addDays(first.validFrom, -1) }), 'ends before it begins'],
    [() => validateRuleSets([first]), 'ends and nothing follows'],
    [all({}, { id: first.id }), 'is there twice'],
    [
      all({ limits: [...first.limits, { ...scheme, id: 'x', validFrom: addDays(first.validFrom, 1) }] }),
      'x is not in force',
    ],
    [
      all({ limits: [...first.limits, { ...scheme, id: 'x', validTo: addDays(first.validFrom, -1) }] }),
      'x is not in force',
    ],
    [all({ limits: [{ ...scheme, validTo: first.validFrom }, ...without('liuzhou.scheme.hvDual')] }), 'ends inside'],
    [
      () =>
        validateRuleSets([
          {
            ...nation,
            limits: nation.limits.map((limit) => ({
              ...limit,
              validTo: limit.validFrom > '2025' ? limit.validFrom : null,
            })),
          },
        ]),
      'ends inside',
    ],
    [all({ limits: without('application.hvSingle') }), 'hvSingle application is not timed'],
    [all({ limits: without('connection.resident.line') }), 'resident connection is not timed'],
    [all({ untimed: ['scheme'] }), 'scheme is timed'],
    [all({ limits: [...first.limits, { ...scheme, id: 'x' }] }), 'more than one limit of'],
    [all({ commitsTo: ['target'] }), 'resident application is not timed'],
  ]
  for (const [act, fact] of cases) {
    expect(act).toThrow(expect.objectContaining({ name: 'RulesError', code: 'badRuleSet' }))
    expect(act).toThrow(fact)
  }
})

test('two sets at once fail the look-up, and so does a stretch timed twice', () => {
  const [first] = ruleSets
  expect(codeOf(() => ruleSetOn(first.validFrom, 'liuzhou', [first, { ...first, id: 'again' }]))).toBe(
    'severalRuleSets',
  )
  const about = { customerClass: 'hvDual', stage: 'scheme', externalLine: true } as const
  const twice = { ...first, limits: [...first.limits, ...first.limits] }
  expect(codeOf(() => limitsOf(twice, about))).toBe('severalLimits')
  expect(codeOf(() => limitsOf({ ...first, limits: [] }, about))).toBe('noLimit')
})

describe('the limits of one case', () => {
  const ids = (on: string, about: Parameters<typeof limitsOf>[1]) =>
    limitsOf(ruleSetOn(day(on), 'liuzhou'), about).map(({ id }) => id)

  test('stand side by side, the city first', () => {
    expect(ids('2019-04-03', { customerClass: 'resident', stage: 'connection', externalLine: true })).toEqual([
      'liuzhou.connection.resident.line',
      'guangxi.connection.resident.line',
      'nation2010.connection.resident',
    ])
    expect(ids('2019-04-03', { customerClass: 'hvSingle', stage: 'scheme', externalLine: true })).toEqual([
      'liuzhou.scheme.hvSingle',
      'guangxi.scheme.hvSingle',
      'nation1996.scheme.hvSingle',
      'nation2010.scheme.hvSingle',
    ])
  })

  test('the rules of 1996 end with those of 2024', () => {
    const about = { customerClass: 'hvDual', stage: 'scheme', externalLine: false } as const
    expect(ids('2024-05-31', about)).toContain('nation1996.scheme.hvDual')
    expect(ids('2024-06-01', about)).not.toContain('nation1996.scheme.hvDual')
  })

  test('the rules of 2024 are named although their figures are not known', () => {
    expect(ruleSetOn(day('2024-05-31'), 'liuzhou').unread).toEqual([])
    expect(ruleSetOn(day('2026-11-23'), 'liuzhou').unread).toMatchObject([
      { document: '供电营业规则(国家发展改革委令第14号)' },
    ])
  })

  test('whatever ends with the same event stands side by side; means and what is not 三零 do not', () => {
    const all = ids('2026-11-23', { customerClass: 'lowVoltage', stage: 'connection', externalLine: false })
    expect(all).toEqual([
      'liuzhou.connection.lowVoltage.noLine',
      'guangxi.connection.lowVoltage.noLine',
      'nation2010.connection.lowVoltage',
      'nation2020.whole.lowVoltage.2022',
      'nation2025.whole.lowVoltage.noLine',
    ])
  })
})

describe('among the limits of one document', () => {
  const ruleSet = ruleSetById('liuzhou-2019@2019-02-28')
  const row = ruleSet.limits.find(({ id }) => id === 'liuzhou.scheme.hvDual')!
  const about = { customerClass: 'hvDual', stage: 'scheme', externalLine: true } as const
  const found = (...more: Partial<typeof row>[]) =>
    limitsOf({ ...ruleSet, limits: [row, ...more.map((change) => ({ ...row, id: 'x', ...change }))] }, about).length

  test('two are rivals only on the same stretch', () => {
    expect(found({ clockStarts: 'submission' }, { scope: 'utility' }, { authority: 'guangxi' })).toBe(4)
    expect(found({ status: 'target' }, { source: { ...row.source, document: 'another' } })).toBe(3)
    expect(() => found({ amount: { value: 3, unit: 'month' } })).toThrow('more than one limit of')
  })

  test('what is for customers outside 三零 is for nobody here, and a line makes the difference only where a row says so', () => {
    expect(found({ threeZeros: false }, { scope: 'whole', threeZeros: true })).toBe(2)
    expect(found({ externalLine: false }, { scope: 'whole', externalLine: true })).toBe(2)
    expect(found({ measure: 'mean' }, { customerClass: 'hvSingle' }, { clockStops: 'accepted' })).toBe(1)
  })
})

test('a refused look-up names what was asked for', () => {
  expect(() => ruleSetOn(day('2019-02-27'), 'liuzhou')).toThrow('no rule set of liuzhou on 2019-02-27')
  expect(() => ruleSetById('x')).toThrow('no rule set x')
  const twice = ruleSets.flatMap((each) => [each, each])
  expect(() => ruleSetOn(day('2019-03-01'), 'liuzhou', twice)).toThrow('2 rule sets of liuzhou on 2019-03-01')
  const about = { customerClass: 'resident', stage: 'scheme', externalLine: true } as const
  expect(() => limitsOf(ruleSetById('liuzhou-2019@2019-02-28'), about)).toThrow(
    'no limit for resident scheme in liuzhou-2019@2019-02-28',
  )
})

test('sets of two places are no neighbours, and a set may be in force for a single day', () => {
  const here = ruleSets.filter(({ place }) => place === 'liuzhou')
  const nation = ruleSets.find(({ place }) => place === 'nation')!
  expect(() => validateRuleSets([...here, { ...nation, validFrom: addDays(nation.validFrom, 1) }])).not.toThrow()
  const [first, ...later] = here as [RuleSet, ...RuleSet[]]
  const short = { ...first, id: 'short', validTo: first.validFrom }
  const long = { ...first, id: 'long', validFrom: addDays(first.validFrom, 1) }
  expect(() => validateRuleSets([short, long, ...later])).not.toThrow()
})

test('a stage must be timed with a line and without one', () => {
  const [first, ...later] = ruleSets as [RuleSet, ...RuleSet[]]
  for (const which of ['line', 'noLine']) {
    const limits = first.limits.filter(({ id }) => !id.endsWith(`connection.resident.${which}`))
    expect(() => validateRuleSets([{ ...first, limits }, ...later])).toThrow('resident connection is not timed')
  }
})
