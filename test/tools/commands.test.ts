import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { Actor, RecordedEvent } from '@shared/flow/events'
import { foldHistory } from '@shared/flow/evolve'
import { chain, genesisOf } from '../../cloudfunctions/lib/store/ledger'
import { indexText } from '../../tools/calendar'
import { beijing, commands, shopCommand, submitCommand } from '../flow/support/cases'

/** The commands of the rules' keepers, run as they are run: a process, files, an exit code. */
const root = path.resolve(__dirname, '../..')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'onecert-tools-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name)
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content))
  return at
}
const runTool = (tool: string, ...args: string[]) => {
  const done = spawnSync(process.execPath, ['--import', 'tsx', `tools/${tool}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { code: done.status, out: done.stdout, said: done.stderr.replace(/^.*Warning.*\n/gm, '') }
}

/** A ledger made by the real decisions. */
function recorded(caseId: string, steps: [Command, Actor['role'], string][]): RecordedEvent[] {
  const history: RecordedEvent[] = []
  for (const [command, role, at] of steps) {
    const now = beijing(at)
    const decision = decide(foldHistory(history), command, { now, role })
    if (!decision.ok) throw new Error(decision.error.code)
    const last = history.at(-1)
    const onto = { caseId, seq: last?.seq ?? 0, hash: last?.hash ?? genesisOf(caseId) }
    history.push(...chain(onto, decision.events, now, { role, id: 'somebody' }))
  }
  return history
}
const road = (first: Command, applied: string, energized?: string): [Command, Actor['role'], string][] => [
  [first, 'applicant', applied],
  [{ ...commands.visit, externalLine: true, papers: [commands.collect.paper] }, 'manager', applied],
  ...(energized ? [[commands.energize, 'manager', energized] as [Command, Actor['role'], string]] : []),
]
const exported = (...cases: RecordedEvent[][]) =>
  cases
    .flat()
    .map((event) => JSON.stringify({ _id: `${event.caseId}:${event.seq}`, ...event }))
    .join('\n')

const newYear = {
  year: 2027,
  notices: [
    {
      id: 'national-2027',
      authority: 'national',
      document: '国办发明电〔2026〕99号',
      published: '2026-12-01',
      publishedIs: 'exact',
      confidence: 'official',
      entries: [{ name: '元旦', off: ['2027-01-01/2027-01-03'] }],
    },
  ],
}

describe('npm run calendar', () => {
  const events = () =>
    file(
      'open.jsonl',
      exported(
        recorded('AAAAAAAAAAAAAA', road(shopCommand, '2026-12-30 10:00')),
        recorded('BBBBBBBBBBBBBB', road(submitCommand, '2026-12-28 10:00')),
        recorded('CCCCCCCCCCCCCC', road(shopCommand, '2026-12-30 10:00', '2026-12-31 10:00')),
        recorded('DDDDDDDDDDDDDD', road(shopCommand, '2026-11-23 10:00')),
      ),
    )

  test('check prints every open promise a year moves, and those it only makes certain', () => {
    const { code, out } = runTool(
      'calendar',
      'check',
      file('2027.json', newYear),
      '--events',
      events(),
      '--today',
      '2026-12-30',
    )
    expect(out.trim().split('\n')).toEqual([
      'AAAAAAAAAAAAAA  一般低压  城中区  2027-01-06 不变  由暂定转为确定',
      'BBBBBBBBBBBBBB  居民  城中区  2026-12-30 不变  由暂定转为确定',
      '通知没有写到的法定节假日仍按放假算：2027-02-05、2027-02-06、2027-02-07、2027-02-08、2027-04-05、2027-05-01、2027-05-02、2027-06-09、2027-09-15、2027-10-01、2027-10-02、2027-10-03。',
      '2027年文件可用。在办3件：0件日期移动，2件只是确定下来。',
    ])
    expect(code).toBe(0)
  })

  test.each([
    [
      'a Wednesday both off and on',
      { ...newYear.notices[0], entries: [{ name: 'x', off: ['2027-05-05'], work: ['2027-05-05'] }] },
      'both off and worked',
    ],
    ['a day that is none', { ...newYear.notices[0], entries: [{ name: 'x', off: ['2027-02-30'] }] }, '2027-02-30'],
  ])('%s is refused by its fact and nothing is adopted', (_name, notice, fact) => {
    const before = readFileSync(path.join(root, 'shared/rules/calendar/years/index.ts'), 'utf8')
    const { code, said } = runTool('calendar', 'adopt', file('bad.json', { year: 2027, notices: [notice] }))
    expect([code, said]).toEqual([1, expect.stringContaining(fact)])
    expect(readFileSync(path.join(root, 'shared/rules/calendar/years/index.ts'), 'utf8')).toBe(before)
  })

  test.each([
    ['no file', ['check'], '用法'],
    ['a file that is not there', ['check', 'nowhere.json'], '找不到'],
    ['no cases named', ['check', path.join(root, 'shared/rules/calendar/years/2026.json')], '--data'],
  ])('%s is said in plain words', (_name, args, fact) => {
    expect(runTool('calendar', ...args)).toMatchObject({ code: 1, said: expect.stringContaining(fact) })
  })

  test('the list of years is what adopting would write', () => {
    expect(readFileSync(path.join(root, 'shared/rules/calendar/years/index.ts'), 'utf8')).toBe(indexText())
    for (const name of readdirSync(path.join(root, 'shared/rules/calendar/years')).filter((each) =>
      each.endsWith('.json'),
    ))
      expect(indexText()).toContain(`'./${name}'`)
  })
})

describe('npm run replay', () => {
  const events = () =>
    file(
      'done.jsonl',
      exported(
        recorded('AAAAAAAAAAAAAA', road(shopCommand, '2026-11-02 10:00', '2026-11-04 10:00')),
        recorded('BBBBBBBBBBBBBB', road(shopCommand, '2026-11-02 10:00', '2026-11-06 10:00')),
        recorded('CCCCCCCCCCCCCC', road(shopCommand, '2026-11-02 10:00', '2026-11-11 10:00')),
        recorded('DDDDDDDDDDDDDD', road(shopCommand, '2026-11-09 10:00')),
      ),
    )

  test('a stricter draft shows which would breach, before anyone changes a limit', () => {
    const limits = { 'liuzhou.connection.lowVoltage.line': { value: 3 } }
    const draft = file('draft.json', { base: 'liuzhou-2019@2025-06-03', limits })
    const { code, out } = runTool('replay', '--rules', draft, '--events', events(), '--today', '2026-11-12')
    expect(out.trim().split('\n')).toEqual([
      'AAAAAAAAAAAAAA  一般低压  受理2026-11-02  送电2026-11-04  用2个工作日  原2026-11-06 按期  新2026-11-05 按期',
      'BBBBBBBBBBBBBB  一般低压  受理2026-11-02  送电2026-11-06  用4个工作日  原2026-11-06 按期  新2026-11-05 超时  ← 将超时',
      'CCCCCCCCCCCCCC  一般低压  受理2026-11-02  送电2026-11-11  用7个工作日  原2026-11-06 超时  新2026-11-05 超时',
      'DDDDDDDDDDDDDD  一般低压  受理2026-11-09  在办  用3个工作日  原2026-11-13 在办未到期  新2026-11-12 在办未到期',
      '按 liuzhou-2019@2025-06-03(草案) 重算4件（另有0件尚未受理，不计）：',
      '  将新超时1件，原已超时1件，其中不再超时0件，新规则没有期限的0件；平均用时4.0个工作日。',
    ])
    expect(code).toBe(0)
  })

  test("the nation's set can be asked the same", () => {
    const { out } = runTool(
      'replay',
      '--rules',
      'nation-2025@2025-06-03',
      '--events',
      events(),
      '--today',
      '2026-11-12',
    )
    expect(out).toContain(
      'CCCCCCCCCCCCCC  一般低压  受理2026-11-02  送电2026-11-11  用7个工作日  原2026-11-06 超时  新2026-11-23 按期',
    )
    expect(out).toContain('其中不再超时1件')
  })

  test.each<[string, () => string[], string]>([
    ['an unknown rule set', () => ['--rules', 'liuzhou-2018', '--events', events()], 'no rule set liuzhou-2018'],
    [
      'a row that is not there',
      () => [
        '--rules',
        file('d.json', { base: 'liuzhou-2019@2025-06-03', limits: { x: { value: 3 } } }),
        '--events',
        events(),
      ],
      '没有 x 这一行',
    ],
    [
      'a value that is no length',
      () => [
        '--rules',
        file('d.json', { base: 'liuzhou-2019@2025-06-03', limits: { x: { value: 0 } } }),
        '--events',
        events(),
      ],
      '不是草案',
    ],
    [
      'a line that is not JSON',
      () => [
        '--rules',
        'nation-2025@2025-06-03',
        '--events',
        file('e.jsonl', `${exported(recorded('AAAAAAAAAAAAAA', road(shopCommand, '2026-11-02 10:00')))}\nhello`),
      ],
      '不是 JSON',
    ],
    [
      'a line that is no event',
      () => ['--rules', 'nation-2025@2025-06-03', '--events', file('e.jsonl', '{"a":1}')],
      '第1条记录不是台账事件',
    ],
    [
      'a ledger with a hole',
      () => [
        '--rules',
        'nation-2025@2025-06-03',
        '--events',
        file('e.jsonl', exported(recorded('AAAAAAAAAAAAAA', road(shopCommand, '2026-11-02 10:00')).slice(1))),
      ],
      '缺第1条',
    ],
    ['a folder without a database', () => ['--rules', 'nation-2025@2025-06-03', '--data', folder], '没有数据库'],
    ['no rules named', () => ['--events', events()], '--rules'],
  ])('%s is said in plain words', (_name, args, fact) => {
    expect(runTool('replay', ...args())).toMatchObject({ code: 1, said: expect.stringContaining(fact) })
  })
})
