import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { traceOf } from '../../test/support/traces'
import type { RanTwice } from './results'

const root = resolve(__dirname, '../..')
const LINES = 40

/** How many calls a trace has ended up to its first failed one; all of them where none failed. */
function callsUntilFailure(lines: string[]): number {
  const ends = lines.filter((line) => line.includes('<= '))
  const failed = ends.findIndex((line) => line.includes(' failed'))
  return failed < 0 ? ends.length : failed + 1
}

/** The last lines up to the end of so many calls. */
function upTo(lines: string[], calls: number): string[] {
  let ended = 0
  const at = lines.findIndex((line) => line.includes('<= ') && ++ended === calls)
  const end = at < 0 ? lines.length : at + 1
  return lines.slice(Math.max(0, end - LINES), end)
}

/** Both runs of a journey: what failed, and what each did in the browser up to the call the first one failed at. */
export function twoTraces({ name, first, second }: RanTwice): string {
  const files = [traceOf(name, 'first'), traceOf(name, 'second')]
  const [once, again] = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []))
  const calls = callsUntilFailure(once)
  const part = (what: string, { status, message }: RanTwice['first'], file: string, lines: string[]) => [
    `-- ${what} run: ${status} (all of it: ${relative(root, file)})`,
    ...(message ? [message] : []),
    ...upTo(lines, calls),
  ]
  return [
    `\n== ${name} was run twice`,
    ...part('first', first, files[0], once),
    ...part('second', second, files[1], again),
    '',
  ].join('\n')
}
