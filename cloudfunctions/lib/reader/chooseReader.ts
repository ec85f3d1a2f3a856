import { engineReader } from './engineReader'
import type { TextReader } from './TextReader'
import { wechatReader } from './wechatReader'

/** The setting TEXT_READER: `wechat`, or the address of a text reader of one's own that tells how sure it is. */
export function textReader(setting = process.env.TEXT_READER): TextReader {
  return !setting || setting === 'wechat' ? wechatReader : engineReader(setting)
}
