import tcb from '@cloudbase/node-sdk'

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
let calls = 0

interface Event {
  do?: string
  ms?: number
  name?: string
  value?: string
  data?: unknown
  [key: string]: unknown
}

/** What the platform tells a function, and the few misbehaviours the host has to survive. */
const actions: Record<string, (event: Event, context: tcb.IContextParam) => unknown> = {
  identity: (event, context) => ({
    perCall: tcb.getCloudbaseContext(context).WX_OPENID ?? '',
    processWide: app.auth().getUserInfo().openId,
    trigger: process.env.TRIGGER_SRC,
    userInfo: event.userInfo,
  }),
  environment: () => ({ ...process.env }),
  pollute: ({ name = '', value }) => {
    process.env[name] = value
    delete process.env.TCB_ENV
    return true
  },
  count: () => ({ calls: ++calls, pid: process.pid }),
  now: () => ({
    now: Date.now(),
    constructed: new Date().toISOString(),
    zone: new Date().getTimezoneOffset(),
    isDate: new Date(0) instanceof Date,
    text: new Date(0).toISOString(),
  }),
  wait: async ({ ms = 0, next }) => {
    await new Promise((done) => setTimeout(done, ms))
    if (next !== 'list') return { pid: process.pid }
    return { listed: (await app.database().collection('notes').get()).data.length }
  },
  spin: () => {
    console.log(`spinning in ${process.pid}`)
    for (;;);
  },
  exit: () => process.exit(3),
  fail: () => {
    throw new TypeError('thrown on purpose')
  },
  hoard: () => {
    const kept: number[][] = []
    for (;;) kept.push(new Array(1e5).fill(kept.length))
  },
  nothing: () => undefined,
  call: async ({ name = '', data }) => app.callFunction({ name, data }),
  wx: async ({ name = '', data }) =>
    (await app.callWxOpenApi({ apiName: name, requestData: data }, { timeout: 55_000 })).result,
  upload: async ({ name = '', value = '' }) =>
    app.uploadFile({ cloudPath: name, fileContent: Buffer.from(value, 'base64') }),
  metadata: async ({ name = '' }) => app.getUploadMetadata({ cloudPath: name }),
  link: async ({ name = '', ms = 60_000 }) => app.getTempFileURL({ fileList: [{ fileID: name, maxAge: ms / 1000 }] }),
  download: async ({ name = '' }) => (await app.downloadFile({ fileID: name })).fileContent?.toString('base64'),
  remove: async ({ name = '' }) => app.deleteFile({ fileList: [name] }),
  copy: async ({ name = '', value = '' }) =>
    app.copyFile({ fileList: [{ srcPath: name, dstPath: value, overwrite: true }] }),
  add: async ({ data }) =>
    app
      .database()
      .collection('notes')
      .add(data as object),
  list: async () => (await app.database().collection('notes').limit(1000).get()).data,
}

export async function main(event: Event, context: tcb.IContextParam): Promise<unknown> {
  if (event.Type === 'Timer')
    return app.database().collection('notes').add({ fired: event.TriggerName, at: Date.now() })
  const action = actions[event.do ?? '']
  return action ? action(event, context) : { event }
}
