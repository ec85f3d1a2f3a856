import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type tcb from '@cloudbase/node-sdk'

type CloudBase = ReturnType<typeof tcb.init>

/** What the suite talks to. */
export type Target = {
  app: CloudBase
  /** false against a real environment: what only the local host can do (moving its clock, a known key) is left out there */
  local: boolean
  /** base address of the local host; empty against a real environment */
  url: string
  /** moves the local host's clock forward, milliseconds */
  advance(ms: number): Promise<void>
  stop(): Promise<void>
}

export const SECRET_ID = 'conformance'
export const SECRET_KEY = randomBytes(16).toString('hex')

/** Starts the host process on a data folder; resolves once it answers, rejects with what it printed if it ends before. */
export const spawnHost = async (dir: string, before = '') => {
  const args = ['--import', 'tsx', join(__dirname, 'serve.ts'), dir, SECRET_ID, SECRET_KEY, 'conformance-env']
  const command = `${before} exec "$0" "$@"`
  const child: ChildProcess = spawn('/bin/sh', ['-c', command, process.execPath, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout! })
  child.stderr!.on('data', (chunk) => said.push(String(chunk)))
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
  })
  const nextLine = async (): Promise<string> => {
    const line = new Promise<string>((resolve) => {
      lines.once('line', resolve)
    })
    const ended = exited.then((code): string => {
      throw new Error(`the host ended with ${code}: ${said.join('')}`)
    })
    return Promise.race([line, ended])
  }
  const url = (await nextLine()).replace('READY ', '')
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    child.kill(signal)
    await exited
  }
  const advance = async (ms: number) => {
    child.stdin!.write(`${ms}\n`)
    await nextLine()
  }
  return { url, stop, advance }
}

/** Points the unmodified SDK at a host by the platform's own environment variables. Call once per process. */
export const pointSdkAt = (url: string): CloudBase => {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-guangzhou',
    SCF_NAMESPACE: 'conformance-env',
    TCB_ENV: 'conformance-env',
    TENCENTCLOUD_SECRETID: SECRET_ID,
    TENCENTCLOUD_SECRETKEY: SECRET_KEY,
  })
  const tcb = require('@cloudbase/node-sdk')
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
}

/**
 * The real environment named by CONFORMANCE_ENV, CONFORMANCE_SECRET_ID and CONFORMANCE_SECRET_KEY, else a local host started here
 * on an empty data folder.
 */
export const startTarget = async (): Promise<Target> => {
  const { CONFORMANCE_ENV: env, CONFORMANCE_SECRET_ID: secretId, CONFORMANCE_SECRET_KEY: secretKey } = process.env
  if (env) {
    const app = require('@cloudbase/node-sdk').init({ env, secretId, secretKey })
    return { app, local: false, url: '', advance: async () => {}, stop: async () => {} }
  }
  const dir = mkdtempSync(join(tmpdir(), 'conformance-'))
  const host = await spawnHost(dir)
  const stop = async () => {
    await host.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return { app: pointSdkAt(host.url), local: true, url: host.url, advance: host.advance, stop }
}
