/** The value so much of the way (0 to 1) through the sorted values. */
const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p99 = (values: readonly number[]): number => quantile(values, 0.99)

export const ms = (value: number): string => (value < 100 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`)

/** Milliseconds one piece of work took, as its caller sees it. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** One line of the table: what was measured, the figures, and an aim with whether it was met. */
export function line(what: string, figure: string, aim?: { says: string; met: boolean }): void {
  console.log(`${what.padEnd(66)} ${figure.padEnd(44)} ${aim ? `${aim.says} ${aim.met ? 'met' : 'MISSED'}` : ''}`)
}

/** A line whose figure is one median over another. */
export function ratioLine(what: string, over: readonly number[], under: readonly number[], most?: number): void {
  const ratio = median(over) / median(under)
  const figure = `${ms(median(over))} ÷ ${ms(median(under))} = ${ratio < 100 ? ratio.toFixed(2) : ratio.toFixed(0)}`
  line(what, figure, most === undefined ? undefined : { says: `≤ ${most}`, met: ratio <= most })
}
