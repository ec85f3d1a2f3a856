import { type Failure, failure } from '@/failure'

/** What WeChat lends only to whoever agrees, and what to do without it. */
const LENT = {
  camera: { what: '相机', instead: '可以手工填写，或上门时再交' },
  album: { what: '相册', instead: '可以手工填写，或上门时再交' },
  location: { what: '位置', instead: '可以直接写地址' },
  file: { what: '聊天文件', instead: '可以对着要交的几页拍照' },
  scan: { what: '扫一扫', instead: '可以手工填写电表号' },
  notice: { what: '通知', instead: '可以随时回到这里看进度' },
} as const
export type Lent = keyof typeof LENT

/** The person has closed the privacy guide without agreeing (104), or WeChat has shown it too often (103, 1025…). */
const NOT_AGREED = /privacy/i
/** A scope was denied once (auth deny), WeChat itself lacks the phone's permission, or notifications are switched off (20004). */
const NOT_PERMITTED = /auth(?:orize)?[ :_-]*(?:deny|denied|fail|no response)|permission|denied|20004|switched off/i

/**
 * WeChat rejects with errMsg `…:fail cancel` when the person goes back without choosing: null. Every other refusal is called by its
 * name, with the way on.
 */
export function refused(lent: Lent, error: unknown): Failure | null {
  const { errMsg = '', errno, errCode } = error as { errMsg?: string; errno?: number; errCode?: number }
  const said = `${errMsg} ${errCode ?? ''}`
  if (/cancel/i.test(errMsg)) return null
  console.warn('refused', lent, said, errno)
  if (errno === 104 || NOT_AGREED.test(said)) return failure('NOT_AGREED', LENT[lent])
  return failure(NOT_PERMITTED.test(said) ? 'NOT_PERMITTED' : 'NOT_POSSIBLE', LENT[lent])
}
