import { gzipSync } from 'node:zlib'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { promise } from '@shared/rules/promise'
import type { CustomerClass, Stage } from '@shared/rules/vocabulary'
import { type Warning, warningsAhead } from '@shared/rules/warnings'
import { wholeDay } from '@shared/time/closing'
import { beijingDay, instantAt, type LocalDate, localDate } from '@shared/time/localDate'
import { stopsOf } from '@shared/time/stopwatch'
import { findWorkday } from 'chinese-days'
import { build } from 'esbuild'
import { eachDay, guangxiWorking } from '../rules/guangxiOracle'

/** `npm run bench:counting`: counting beside chinese-days, which knows the national holidays too, on the same million additions; and 100,000 promises. */
function line(what: string, figure: string, aim = ''): void {
  console.log(`${what.padEnd(52)} ${figure.padEnd(58)} ${aim && `aim: ${aim}`}`)
}

/** Numerical Recipes' linear congruential generator: the same questions every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

const MILLION = 1_000_000
const calendar = calendarAsOf(localDate('2026-11-23'))
const strip = [...eachDay('2014-01-01', '2026-12-31')]

/** A million starts of 2014 to September 2026 and 1 to 45 working days, with what walking day by day gives. */
function questions() {
  const random = numbers(20190228)
  const worked = strip.filter((day) => guangxiWorking(day))
  const firstAfter = new Map<string, number>()
  let index = 0
  for (const day of strip) {
    while (index < worked.length && worked[index] <= day) index += 1
    firstAfter.set(day, index)
  }
  const latest = strip.indexOf('2026-09-30')
  return Array.from({ length: MILLION }, () => {
    const start = strip[Math.floor(random.next().value * latest)] as LocalDate
    const n = 1 + Math.floor(random.next().value * 45)
    return { start, n, due: worked[(firstAfter.get(start) as number) + n - 1] }
  })
}

function additions(): void {
  const asked = questions()
  const measure = (name: string, due: (start: LocalDate, n: number) => string, ours?: number): number => {
    const answers: string[] = new Array(MILLION)
    const started = performance.now()
    for (let index = 0; index < MILLION; index += 1) answers[index] = due(asked[index].start, asked[index].n)
    const took = performance.now() - started
    const wrong = answers.filter((answer, index) => answer !== asked[index].due).length
    const ratio = ours === undefined ? '' : `, ${(took / ours).toFixed(0)} × ours`
    const aim = ours === undefined ? '0 wrong' : '≥ 1000 × ours'
    line(
      `1,000,000 additions: ${name}`,
      `${took.toFixed(0)} ms${ratio}, ${((wrong / MILLION) * 100).toFixed(2)} % wrong`,
      aim,
    )
    return took
  }
  // Once before, so that the code is compiled as in a process that has run a while.
  for (const { start, n } of asked.slice(0, 100_000)) calendar.add(start, n)
  const ours = measure('this calendar', (start, n) => calendar.add(start, n))
  measure('chinese-days', (start, n) => findWorkday(n, start), ours)
}

interface Question {
  customerClass: CustomerClass
  stage: Stage
  startedAt: number
}

function promises(): void {
  const random = numbers(7)
  const kinds: [CustomerClass, Stage][] = [
    ['resident', 'connection'],
    ['lowVoltage', 'connection'],
    ['hvSingle', 'energization'],
    ['hvDual', 'energization'],
  ]
  const cases: Question[] = Array.from({ length: 100_000 }, () => {
    const [customerClass, stage] = kinds[Math.floor(random.next().value * kinds.length)]
    const day = strip[strip.indexOf('2025-01-01') + Math.floor(random.next().value * 600)] as LocalDate
    return { customerClass, stage, startedAt: instantAt(day, 600) }
  })
  let limits = 0
  let warnings: Warning[] = []
  const derive = ({ customerClass, stage, startedAt }: Question) => {
    const high = stage === 'energization'
    const stops = high
      ? stopsOf(startedAt, [
          {
            type: 'stopped',
            at: startedAt + 3 * 86_400_000,
            party: 'customer',
            reason: 'inspectionFailed',
            evidence: 'x',
          },
          { type: 'resumed', at: startedAt + 9 * 86_400_000 },
        ])
      : []
    const result = promise({
      ruleSet: 'liuzhou-2019@2022-12-31',
      customerClass,
      stage,
      externalLine: high ? true : null,
      starts: { submission: startedAt, acceptance: startedAt - (high ? 86_400_000 : 0), inspectionRequest: startedAt },
      stops,
      calendar,
    })
    limits += 1 + result.others.length
    if (result.dueDay === null) throw new Error('a running clock without a due day')
    const asked = { dueDay: result.dueDay, since: startedAt, said: null, closing: wholeDay }
    warnings = warningsAhead(calendar, { ...asked, morningMinute: 510, graceMs: 7_200_000 })
  }
  for (const each of cases.slice(0, 5_000)) derive(each)
  limits = 0
  const started = performance.now()
  for (const each of cases) derive(each)
  const took = performance.now() - started
  const shape = `${(limits / cases.length).toFixed(1)} limits a case, half with a stop, ${warnings.length} warnings`
  line('100,000 promises re-derived, one core', `${took.toFixed(0)} ms (${shape})`, '< 1000 ms')

  const sample = cases.slice(0, 1_000)
  const from = performance.now()
  for (const { startedAt } of sample) for (const n of [4, 7, 15]) findWorkday(n, beijingDay(startedAt))
  const walked = (performance.now() - from) * (cases.length / sample.length)
  line(
    '  the due days of three limits alone by chinese-days',
    `${walked.toFixed(0)} ms (1,000 cases, scaled) = ${(walked / took).toFixed(1)} × ours`,
  )
}

/** Bytes of a bundle, minified, as a phone would load it. */
async function bytesOf(
  contents: string,
  external: string[] = [],
): Promise<{ plain: number; gzip: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    charset: 'utf8',
    external,
    outfile: 'unwritten.js',
    loader: { '.scss': 'empty', '.png': 'empty', '.svg': 'empty' },
  })
  return {
    plain: outputFiles[0].contents.length,
    gzip: gzipSync(outputFiles[0].contents).length,
    inputs: Object.keys(metafile.inputs),
  }
}

async function phone(): Promise<void> {
  const pages = await bytesOf("import './miniprogram/staff/case/index'; import './miniprogram/service/why/index'", [
    '@tarojs/*',
    'react',
    'react/*',
    'dayjs',
    'dayjs/*',
  ])
  const carried = pages.inputs.filter((input) => /shared\/(rules\/calendar|time\/calendar)/.test(input))
  line('the calendar in the mini-program', `${carried.length} of its files: pages get their days explained`, '< 4 KB')
  const days = await bytesOf("export { WorkingCalendar } from './shared/time/calendar'", ['zod', 'dayjs', 'dayjs/*'])
  line('  what counting by table alone would add', `${days.plain} bytes, ${days.gzip} gzipped`)
}

async function main(): Promise<void> {
  await phone()
  promises()
  additions()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
