import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { CertificateReading, FieldKey } from '@shared/certificates/types'

export interface Drawn {
  paper: string
  truth: { kind: string | null; fields: Partial<Record<FieldKey, string>> }
  /** With the engine's scores. */
  reading: CertificateReading
  /** Without them, as WeChat's reader answers. */
  untold: CertificateReading
}

/** Draws papers and reads them with the real engine, in a process of its own as the networks ask for. */
export function drawAndRead(seed: number, level: string, papers: readonly string[]): Drawn[] {
  const script = join(__dirname, 'printDrawn.ts')
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, String(seed), level, ...papers], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(output)
}
