import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { isCron } from '../cron'
import { OperatorError } from '../OperatorError'
import { writeDurably } from '../writeDurably'

const CloudbaseRc = z.object({
  envId: z.string(),
  functions: z.array(
    z.object({
      name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,58}[a-zA-Z0-9]$/),
      handler: z.string().default('index.main'),
      timeout: z.number().int().min(1).max(900).default(3),
      memorySize: z.number().int().min(64).default(256),
      envVariables: z.record(z.string(), z.string()).default({}),
    }),
  ),
})

/** WeChat's own per-function file. https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/config.html */
const FunctionJson = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z
    .array(
      z.object({ name: z.string(), type: z.literal('timer'), config: z.string().refine(isCron, 'seven cron fields') }),
    )
    .default([]),
})

/** One deployed function: its built folder and the settings of `cloudbaserc.json` and `config.json`. */
export interface FunctionConfig {
  name: string
  folder: string
  handler: string
  timeoutSeconds: number
  memoryMb: number
  envVariables: Record<string, string>
  /** Names of the WeChat open interfaces it may call. */
  openapi: string[]
  triggers: { name: string; config: string }[]
}

export interface Project {
  envId: string
  functions: FunctionConfig[]
}

/**
 * Reads what would be deployed. `{{env.NAME}}` is the CLI's placeholder for a deploy-time variable
 * (https://docs.cloudbase.net/cli-v1/config): taken from this process's environment, else a random secret
 * made once and kept in `secrets.json` (mode 0600) of the data folder. `settings` stand in place of what it sets.
 * @throws OperatorError naming the file that is wrong or the build that is missing
 */
export function readProject(
  projectFolder: string,
  functionsFolder: string,
  dataFolder: string,
  settings: Record<string, string>,
): Project {
  const rc = readJson(join(projectFolder, 'cloudbaserc.json'), CloudbaseRc)
  const secrets = new Secrets(join(dataFolder, 'secrets.json'))
  return {
    envId: rc.envId.includes('{{') ? 'local' : rc.envId,
    functions: rc.functions.map((configured) => {
      const folder = resolve(functionsFolder, configured.name)
      if (!existsSync(join(folder, 'index.js'))) {
        throw new OperatorError(
          `云函数 ${configured.name} 还没有构建，请先运行 npm run build（${folder} has no index.js）`,
        )
      }
      const file = join(folder, 'config.json')
      const json = existsSync(file) ? readJson(file, FunctionJson) : FunctionJson.parse({})
      return {
        name: configured.name,
        folder,
        handler: configured.handler,
        timeoutSeconds: configured.timeout,
        memoryMb: configured.memorySize,
        envVariables: mapValues(
          configured.envVariables,
          (value, key) =>
            settings[key] ??
            value.replace(/\{\{\s*env\.(\w+)\s*\}\}/g, (_, name: string) => process.env[name] ?? secrets.get(name)),
        ),
        openapi: json.permissions.openapi,
        triggers: json.triggers,
      }
    }),
  }
}

class Secrets {
  private readonly values: Record<string, string>

  constructor(private readonly file: string) {
    this.values = existsSync(file) ? readJson(file, z.record(z.string(), z.string())) : {}
  }

  get(name: string): string {
    if (!this.values[name]) {
      this.values[name] = randomBytes(32).toString('base64url')
      writeDurably(this.file, JSON.stringify(this.values, null, 2), 0o600)
    }
    return this.values[name]
  }
}

function mapValues(
  record: Record<string, string>,
  change: (value: string, key: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new OperatorError(`读不懂配置文件 ${file}：${reason.replace(/\s+/g, ' ')}`)
  }
}
