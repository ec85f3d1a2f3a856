import tcb from '@cloudbase/node-sdk'

/** The one place the platform's SDK is started. Everything it needs comes from the platform's own environment. */
export const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true })
export const db = app.database()
export const _ = db.command

/** The platform's call context, as SCF hands it to a function. */
export type CallContext = NonNullable<Parameters<typeof tcb.getCloudbaseContext>[0]>

/** Who calls, as WeChat or the platform's sign-in vouches for: never taken from the request. '' when nobody is. */
export function callerOf(context: CallContext): string {
  const { WX_OPENID, TCB_UUID } = tcb.getCloudbaseContext(context)
  return WX_OPENID || TCB_UUID || ''
}

/** Whether the platform's own timer calls, rather than any client. */
export const isTimer = (context: CallContext): boolean => tcb.getCloudbaseContext(context).TRIGGER_SRC === 'timer'

/** Every collection of database.json; a test holds the two equal. */
export const COLLECTIONS = [
  'applications',
  'checkpoints',
  'commands',
  'copies',
  'drafts',
  'events',
  'invitations',
  'migrations',
  'outbox',
  'persons',
  'pictures',
  'pictureViews',
  'points',
  'proposals',
  'readings',
  'recordTiles',
  'recordTree',
  'staff',
  'tasks',
] as const
export type CollectionName = (typeof COLLECTIONS)[number]
