import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DataFolderError } from './errors'
import { OperatorError } from './OperatorError'
import { createHost } from './server/createHost'

/** Reasons the file system gives that the operator, not a developer, has to act on. */
const FOLDER_REASONS: Record<string, string> = {
  EACCES: '没有写入权限 (permission denied)',
  EPERM: '没有写入权限 (not permitted)',
  EROFS: '文件系统是只读的 (read-only)',
  ENOSPC: '磁盘已满 (disk full)',
  EDQUOT: '磁盘配额已用完 (quota exceeded)',
  ENOTDIR: '不是文件夹 (not a folder)',
  EEXIST: '不是文件夹 (not a folder)',
}

async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production') {
    throw new OperatorError(
      '本机主机只供开发和演示，在 NODE_ENV=production 下拒绝启动。The local host simulates logins and must not run in production.',
    )
  }
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.data' },
      project: { type: 'string', default: '.' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      web: { type: 'string', default: 'dist/h5' },
      quiet: { type: 'boolean', default: false },
      import: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new OperatorError(`端口不对：${values.port}`)
  const inProject = (folder: string): string => resolve(values.project, folder)
  const host = await createHost({
    port,
    dataFolder: inProject(values.data),
    projectFolder: resolve(values.project),
    functionsFolder: inProject(values.functions),
    webFolder: inProject(values.web),
    quiet: values.quiet,
    settings: Object.fromEntries(values.set.map(readSetting)),
    importFile: values.import && inProject(values.import),
  })
  console.log(`READY ${host.url}`)
  const stop = (): void => {
    host.close().then(
      () => process.exit(0),
      (error) => fail(error),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** `NAME=value`. */
function readSetting(setting: string): [name: string, value: string] {
  const at = setting.indexOf('=')
  if (at < 1) throw new OperatorError(`--set 要写成 名称=值：${setting}`)
  return [setting.slice(0, at), setting.slice(at + 1)]
}

/** One line for the operator and a non-zero exit; a stack only for what is our own defect. */
function fail(error: unknown): never {
  const { code = '', path = '', message = String(error) } = (error ?? {}) as NodeJS.ErrnoException
  if (error instanceof OperatorError || error instanceof DataFolderError || code.startsWith('ERR_PARSE_ARGS'))
    console.error(message)
  else if (FOLDER_REASONS[code]) console.error(`数据文件夹不能用：${FOLDER_REASONS[code]} ${path}`)
  else console.error(error)
  process.exit(1)
}

main().catch(fail)
