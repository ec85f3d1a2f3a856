import { Cron } from 'croner'

/** Seven fields, in Beijing time, as the platform's triggers are written. */
export const CRON_OPTIONS = { timezone: 'Asia/Shanghai', mode: '7-part' } as const

/** Whether a trigger's `config` is an expression the platform takes. */
export function isCron(expression: string): boolean {
  try {
    return new Cron(expression, CRON_OPTIONS) !== undefined
  } catch {
    return false
  }
}
