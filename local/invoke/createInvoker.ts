import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { FunctionConfig, Project } from '../server/readProject'
import { FunctionPool, InvocationError } from './FunctionPool'

/** The mini-program's id every local call carries. */
export const APP_ID = 'wx0000000000000000'

/** Who or what calls. `openid` is '' for a caller without identity: an anonymous visitor or another function. */
export type Caller = { source: 'client'; openid: string } | { source: 'function' } | { source: 'timer' }

/** The credentials functions sign their requests with; random at each boot. */
export interface Credentials {
  secretId: string
  secretKey: string
}

export interface Invoker {
  /**
   * @returns the function's return value as JSON text
   * @throws InvocationError
   */
  invoke(name: string, event: unknown, caller: Caller): Promise<string>
  /** The function whose running call was given this `wxCloudApiToken`; open interfaces are allowed per function. */
  functionOfToken(token: string): FunctionConfig | undefined
  /** Resolves when every instance has ended. */
  close(): Promise<void>
}

/** Function instances with the environment SCF gives them, so that the unmodified SDK finds this host, its credentials and the caller. */
export function createInvoker(options: {
  project: Project
  adminUrl: () => string
  credentials: Credentials
  clock: Clock
  log: (line: string) => void
}): Invoker {
  const { project, adminUrl, credentials, clock, log } = options
  const configs = new Map(project.functions.map((config) => [config.name, config]))
  const pools = new Map<string, FunctionPool>()
  const tokens = new Map<string, FunctionConfig>()
  clock.onMove(async () => {
    for (const pool of pools.values()) pool.moveClock(clock.offsetMs)
  })

  const poolOf = (config: FunctionConfig): FunctionPool => {
    let pool = pools.get(config.name)
    if (!pool) {
      const environment = standingEnvironment(config, project.envId, credentials, adminUrl())
      pool = new FunctionPool(config, environment, (line) => log(`[${config.name}] ${line}`))
      pools.set(config.name, pool)
    }
    return pool
  }

  return {
    async invoke(name, event, caller) {
      const config = configs.get(name)
      if (!config) throw new InvocationError('notFound', `function ${name} not found`)
      const requestId = randomUUID()
      const token = randomBytes(24).toString('base64url')
      const environment = callEnvironment(project.envId, caller, requestId, token)
      tokens.set(token, config)
      try {
        return await poolOf(config).invoke({
          event,
          context: scfContext(config, project.envId, requestId, environment),
          environment,
          clockOffsetMs: clock.offsetMs,
        })
      } finally {
        tokens.delete(token)
      }
    },
    functionOfToken: (token) => tokens.get(token),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    },
  }
}

/** What an instance keeps from call to call. Nothing of the host's own environment is passed on. */
function standingEnvironment(
  config: FunctionConfig,
  envId: string,
  { secretId, secretKey }: Credentials,
  adminUrl: string,
): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    ...config.envVariables,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: config.name,
    TCB_ENV: envId,
    // Sends the SDK's requests here; its value is added to each call's own list of keys.
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  }
}

/** What belongs to one call: names as seen in the SDK's own fixtures of a WeChat call and of a timer. */
function callEnvironment(envId: string, caller: Caller, requestId: string, token: string): Record<string, string> {
  const tcb: Record<string, string> = {
    TCB_ENV: envId,
    TCB_SEQID: requestId,
    TRIGGER_SRC: caller.source === 'timer' ? 'timer' : 'tcb',
    TCB_SOURCE: caller.source === 'client' ? 'wx_client' : caller.source === 'function' ? ',scf' : '',
  }
  const wx: Record<string, string> =
    caller.source === 'timer' ? { WX_TRIGGER_API_TOKEN_V0: token } : { WX_API_TOKEN: token, WX_APPID: APP_ID }
  if (caller.source === 'client') {
    wx.WX_CLIENTIP = '127.0.0.1'
    if (caller.openid) wx.WX_OPENID = caller.openid
    else tcb.TCB_ISANONYMOUS_USER = 'true'
  }
  return {
    ...tcb,
    ...wx,
    TCB_CONTEXT_KEYS: ['TCB_CONTEXT_CNFG', ...Object.keys(tcb)].join(','),
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
  }
}

/** SCF's context argument; `environment` is what `tcb.getCloudbaseContext(context)` reads. */
function scfContext(
  config: FunctionConfig,
  envId: string,
  requestId: string,
  environment: Record<string, string>,
): Record<string, unknown> {
  return {
    request_id: requestId,
    function_name: config.name,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutSeconds * 1000,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
  }
}
